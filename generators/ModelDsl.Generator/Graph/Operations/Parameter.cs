namespace ModelDsl.Generator.Graph;

/// <summary>A trained tensor, in the kernels' layout.</summary>
/// <param name="Index">Its number among the model's parameters.</param>
/// <param name="Name">Its name in weight files.</param>
/// <param name="Shape">Its shape in memory.</param>
internal sealed record Parameter(int Index, string Name, Shape Shape) : Operation
{
    public override string Text => $"parameter {Name}";

    public override TensorType Infer(IReadOnlyList<Value> operands) => TensorType.Fixed(Shape);
}

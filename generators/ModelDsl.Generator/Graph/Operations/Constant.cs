namespace ModelDsl.Generator.Graph;

/// <summary>A table of numbers that the model's author wrote, such as class weights. A single number is a scalar expression instead.</summary>
internal sealed record Constant(EquatableArray<double> Values) : Operation
{
    public override string Text => $"constant [{string.Join(", ", Values.Select(ScalarText.Number))}]";

    public override TensorType Infer(IReadOnlyList<Value> operands) => TensorType.Fixed(new Shape(Values.Count));
}

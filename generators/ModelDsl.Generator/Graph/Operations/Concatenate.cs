namespace ModelDsl.Generator.Graph;

/// <summary>Tensors one behind the other along an axis.</summary>
internal sealed record Concatenate(int Axis) : Operation
{
    public override string Text => $"concatenate axis {Axis} of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType first = operands[0].Type;
        bool fits = operands.All(operand => operand.Type.IsBatched && operand.Type.Shape.With(Axis, 0).Equals(first.Shape.With(Axis, 0)));
        return fits ? first with { Shape = first.Shape.With(Axis, operands.Sum(operand => operand.Type.Shape[Axis])) } : throw Mismatch(Text, [.. operands.Select(operand => operand.Type)]);
    }
}

namespace ModelDsl.Generator.Graph;

/// <summary>e^x over its sum along the last axis.</summary>
internal sealed record Softmax : Operation
{
    public override string Text => "softmax of";

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type.Shape.Rank > 0 ? operands[0].Type : throw Mismatch(Text, operands[0].Type);
}

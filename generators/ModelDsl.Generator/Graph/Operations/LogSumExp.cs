namespace ModelDsl.Generator.Graph;

/// <summary>The logarithm of the sum of e^x along the last axis: the stable heart of softmax with cross-entropy.</summary>
internal sealed record LogSumExp : Operation
{
    public override string Text => "logsumexp of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType type = operands[0].Type;
        return type.Shape.Rank > 0 ? type with { Shape = type.Shape.Leading } : throw Mismatch(Text, type);
    }
}

namespace ModelDsl.Generator.Graph;

/// <summary>Element-wise work: a scalar expression over operands that broadcast to the result along leading or trailing axes.</summary>
internal sealed record Map(Scalar Expression, TensorType Result) : Operation
{
    public override string Text => $"map {Expression} of";

    public override Scalar ElementWise => Expression;

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands.All(operand => operand.Type.BroadcastsTo(Result)) ? Result : throw Mismatch($"map to {Result}", [.. operands.Select(operand => operand.Type)]);
}

using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Graph;

/// <summary>
/// (x − μ)·r, where μ is the mean of x along some axes and r the reciprocal of its standard deviation. Element-wise; its gradient takes into account
/// that μ and r depend on x, so that they need none of their own.
/// </summary>
/// <param name="Axes">The axes that mean and deviation were taken over.</param>
internal sealed record Normalize(SumAxes Axes) : Operation
{
    public override string Text => $"normalize {Axes.ToString().ToLowerInvariant()} axes of";

    public override Scalar ElementWise { get; } = Multiply(Subtract(Arg(0), Arg(1)), Arg(2));

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands.All(operand => operand.Type.BroadcastsTo(operands[0].Type)) ? operands[0].Type : throw Mismatch(Text, [.. operands.Select(operand => operand.Type)]);
}

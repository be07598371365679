using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Graph;

/// <summary>
/// Logarithms of probabilities, computed from what the probabilities were computed from, so that nothing underflows:
/// ln softmax(x) = x − logsumexp(x), ln sigmoid(x) = −softplus(−x), ln(1 − sigmoid(x)) = −softplus(x).
/// </summary>
internal static class LogIdentities
{
    /// <summary>ln p.</summary>
    public static Value LogOf(this TensorGraph graph, Value probability) => probability.Operation switch
    {
        Softmax => graph.Map(Subtract(Arg(0), Arg(1)), probability.Operands[0], graph.LogSumExp(probability.Operands[0])),
        Map { Expression: Scalar.Unary { Kind: UnaryKind.Sigmoid } sigmoid } => Rebuild(graph, probability, Negate(Softplus(Negate(sigmoid.Argument)))),
        Reshape reshape => graph.Reshape(graph.LogOf(probability.Operands[0]), reshape.Shape),
        _ => graph.Map(Log(Arg(0)), probability),
    };

    /// <summary>ln(1 − p).</summary>
    public static Value LogOfComplement(this TensorGraph graph, Value probability) => probability.Operation switch
    {
        Map { Expression: Scalar.Unary { Kind: UnaryKind.Sigmoid } sigmoid } => Rebuild(graph, probability, Negate(Softplus(sigmoid.Argument))),
        Reshape reshape => graph.Reshape(graph.LogOfComplement(probability.Operands[0]), reshape.Shape),
        _ => graph.Map(Log(Subtract(One, Arg(0))), probability),
    };

    private static Value Rebuild(TensorGraph graph, Value probability, Scalar expression) =>
        graph.Map(expression, probability.Type, [.. probability.Operands]);
}

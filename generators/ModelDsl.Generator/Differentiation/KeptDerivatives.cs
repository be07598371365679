using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Differentiation;

/// <summary>
/// Derivatives of element-wise work that cost more than a place in memory: they are computed beside the work itself, which they share exponentials with, and
/// kept in place of its operand.
/// </summary>
internal static class KeptDerivatives
{
    /// <summary>The instructions of one element from which a derivative is dear: two exponentials, or a normal distribution.</summary>
    private const int Dear = 50;

    /// <summary>Whether a derivative is dear. One that draws random numbers is not kept: what they decide is drawn again.</summary>
    public static bool AreWorthKeeping(Scalar derivative) => ScalarMath.Cost(derivative) >= Dear && !ScalarMath.Draws(derivative);

    /// <summary>Those that a sweep has added to a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="forward">How many of its values are the forward pass.</param>
    public static IReadOnlyList<Value> Of(TensorGraph graph, int forward) => [.. graph.Values.Skip(forward).Where(value =>
        value.Operation is Map map && AreWorthKeeping(map.Expression) && value.Operands.All(operand => operand.Id < forward))];
}

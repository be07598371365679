using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Graph;

/// <summary>Which steps of sequences count.</summary>
internal static class Steps
{
    /// <summary>1 for each step before an example's length, 0 for the others.</summary>
    public static Value StepsBelow(this TensorGraph graph, Value lengths, int steps) =>
        graph.Map(Choose(Arg(0), Arg(1), One, Zero), TensorType.Batched(new Shape(steps)), lengths, Numbers(graph, steps));

    /// <summary>1 for the last step before an example's length, 0 for the others.</summary>
    public static Value LastStep(this TensorGraph graph, Value lengths, int steps)
    {
        Scalar isBehindNext = Choose(Arg(0), Add(Arg(1), One), One, Zero);
        return graph.Map(Subtract(Choose(Arg(0), Arg(1), One, Zero), isBehindNext), TensorType.Batched(new Shape(steps)), lengths, Numbers(graph, steps));
    }

    private static Value Numbers(TensorGraph graph, int steps) => graph.Constant([.. Enumerable.Range(0, steps).Select(step => (double)step)]);
}

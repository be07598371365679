using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>What a lowered network computes, as values of its graph.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Prediction">The prediction.</param>
/// <param name="Loss">The mean loss, or null without a loss.</param>
/// <param name="LossWeight">The sum of weights that the mean was divided by, or null.</param>
/// <param name="Measured">What a training step measures for each buffer.</param>
internal sealed record LoweredNetwork(TensorGraph Graph, Value Prediction, Value? Loss, Value? LossWeight, IReadOnlyDictionary<Parameter, Value> Measured);

/// <summary>Turns a network into a graph: one lowering, for training and for inference.</summary>
internal static class NetworkLowering
{
    public static LoweredNetwork Lower(Network network, bool isTraining)
    {
        TensorGraph graph = new();
        Lowering lowering = new(graph, isTraining);
        Value value = graph.Input(network.Input);
        foreach (NetworkLayer layer in network.Layers)
        {
            lowering.Enter(layer);
            value = layer.Kind.Lower(layer.Spec, value, lowering);
        }

        if (network.Loss is not var (kind, spec))
        {
            return new LoweredNetwork(graph, value, null, null, lowering.Measured);
        }

        graph.CurrentLayer = kind.Stem;
        LossTarget target = network.Target;
        LossTerms terms = kind.Lower(spec, value, target.IsLabels ? graph.Labels(target.Shape) : graph.Target(target.Shape), graph);
        (Value loss, Value weight) = Mean(graph, terms);
        return new LoweredNetwork(graph, value, loss, weight, lowering.Measured);
    }

    /// <summary>Σ w·ℓ / Σ w·v: the examples' weights w, the positions' losses ℓ and their own weights v.</summary>
    private static (Value Loss, Value Weight) Mean(TensorGraph graph, LossTerms terms)
    {
        Value weights = graph.ExampleWeights();
        Scalar product = ScalarMath.Multiply(ScalarMath.Arg(0), ScalarMath.Arg(1));
        Value weight = terms.Weight is { } own
            ? graph.Map(product, own, weights)
            : graph.Map(ScalarMath.Arg(0), terms.Loss.Type, weights);
        Value total = graph.SumAll(weight);
        Value sum = graph.SumAll(graph.Map(product, terms.Loss, weights));
        return (graph.Map(ScalarMath.Divide(ScalarMath.Arg(0), ScalarMath.Arg(1)), sum, total), total);
    }
}

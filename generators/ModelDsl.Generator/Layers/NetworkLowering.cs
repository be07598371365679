using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>What a lowered network computes, as values of its graph.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Prediction">The prediction.</param>
/// <param name="Loss">The mean loss, or null without a loss.</param>
/// <param name="LossWeight">The sum of weights that the mean was divided by, or null.</param>
/// <param name="Measured">What a training step measures for each buffer.</param>
internal sealed record LoweredNetwork(TensorGraph Graph, Value Prediction, Value? Loss, Value? LossWeight, IReadOnlyDictionary<Parameter, Value> Measured)
{
    /// <summary>The elements that a sequence carries from step to step, where the graph is of one of them.</summary>
    public int StateSize { get; init; }
}

/// <summary>Turns a network into a graph: one lowering, for training and for inference.</summary>
internal static class NetworkLowering
{
    public static LoweredNetwork Lower(Network network, bool isTraining)
    {
        TensorGraph graph = new();
        Lowering lowering = new(graph, isTraining);
        Value value = Lower(network.Trunk, graph.Input(network.Input), lowering);
        if (network.Heads.Count > 0)
        {
            return Heads(network, value, lowering);
        }

        if (network.Loss is not var (kind, spec))
        {
            return new LoweredNetwork(graph, value, null, null, lowering.Measured);
        }

        graph.CurrentLayer = kind.Stem;
        Value? lengths = network.Trunk.EndHasLengths ? LengthsOf(network.Trunk, graph.Input(network.Input), graph) : null;
        LossTerms terms = kind.Lower(spec, new LossOperands(value, TargetOf(network.Target, graph), lengths), graph);
        (Value loss, Value weight) = Mean(graph, terms, Counting(graph, terms, lengths));
        return new LoweredNetwork(graph, value, loss, weight, lowering.Measured);
    }

    /// <summary>One step through a sequence: what the network predicts at a position from its input there and from what it has kept of those before.</summary>
    public static LoweredNetwork LowerStep(Network network)
    {
        TensorGraph graph = new();
        Lowering lowering = new(graph, isTraining: false, network.Input[0]);
        Value value = Lower(network.Trunk, graph.Input(network.Input.With(0, 1)), lowering);
        return new LoweredNetwork(graph, value, null, null, lowering.Measured) { StateSize = lowering.StateSize };
    }

    /// <summary>The outputs one behind the other, and the weighted sum of their mean losses.</summary>
    private static LoweredNetwork Heads(Network network, Value trunk, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        Value? targets = TargetOf(network.Target, graph), lengths = LengthsOf(network.Trunk, graph.Input(network.Input), graph);
        lowering.SequenceLengths = lengths;
        List<Value> predictions = [];
        Value? sum = null;
        int offset = 0;
        foreach (NetworkHead head in network.Heads)
        {
            Value prediction = Lower(head.Branch, trunk, lowering);
            Shape shape = head.Target.Shape;
            graph.CurrentLayer = head.Branch.Path;
            Value? target = head.Target.IsNone ? null : graph.Reshape(graph.Slice(targets!, [offset], new Shape((int)shape.Size)), shape);
            Value? counted = head.Branch.EndHasLengths ? lengths : null;
            LossTerms terms = head.Kind.Lower(head.Spec, new LossOperands(prediction, target, counted), graph);
            (Value mean, _) = Mean(graph, terms, Counting(graph, terms, counted));
            Value loss = graph.Map(Multiply(Of(head.Weight), Arg(0)), mean);
            sum = sum is null ? loss : graph.Map(Add(Arg(0), Arg(1)), sum, loss);
            predictions.Add(graph.Reshape(prediction, new Shape((int)prediction.Type.Shape.Size)));
            offset += (int)shape.Size;
        }

        graph.CurrentLayer = "loss";
        return new LoweredNetwork(graph, graph.Concatenate(predictions, 0), sum, graph.SumAll(graph.ExampleWeights()), lowering.Measured);
    }

    private static Value? TargetOf(LossTarget target, TensorGraph graph) =>
        target.IsNone ? null : target.IsLabels ? graph.Labels(target.Shape) : graph.Target(target.Shape);

    /// <summary>The steps of a block after an input; of a tower, after its part of the model's input.</summary>
    private static Value Lower(NetworkBranch branch, Value input, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        if (branch.InputOffset is not null)
        {
            // What is cut out of the features belongs to the tower, not to the layer before.
            graph.CurrentLayer = branch.Path;
        }

        Value start = branch.InputOffset is { } offset
            ? graph.Reshape(graph.Slice(input, [(int)offset], new Shape((int)branch.Input.Size)), branch.Input)
            : input;
        Value? outer = lowering.SequenceLengths;
        lowering.SequenceLengths = LengthsOf(branch, input, graph) ?? outer;
        Value result = branch.Nodes.Aggregate(start, (value, node) => Lower(node, value, lowering));
        lowering.SequenceLengths = outer;
        return result;
    }

    private static Value? LengthsOf(NetworkBranch branch, Value input, TensorGraph graph) =>
        branch.LengthOffset is { } offset ? graph.Reshape(graph.Slice(input, [(int)offset], new Shape(1)), Shape.Scalar) : null;

    private static Value Lower(NetworkNode node, Value value, Lowering lowering)
    {
        switch (node)
        {
            case NetworkLayer layer:
                lowering.Enter(layer);
                return layer.Transform.Lower(layer.Spec, value, lowering);
            case NetworkCombination combination:
                Value[] skip = combination.Parallel.HasSkip ? [value] : [];
                Value[] parts = [.. combination.Parts.Select(part => Lower(part, value, lowering))];
                if (combination.Joint is { } joint)
                {
                    lowering.Enter(joint);
                }
                else
                {
                    lowering.Enter(combination, combination.Name);
                }

                lowering.BranchLengths = [.. combination.Parts.Select(part => part.EndHasLengths ? LengthsOf(part, value, lowering.Graph) ?? lowering.SequenceLengths : null)];
                return combination.Parallel.Join(combination.Spec, [.. skip, .. parts], lowering);
            case NetworkRepeat { IsLoop: true } repeat:
                return Loop(repeat, value, lowering);
            case NetworkRepeat repeat:
                return repeat.Turns.Aggregate(value, (turn, body) => Lower(body, turn, lowering));
            default:
                throw new InvalidOperationException($"{node.Kind.Name} has no lowering.");
        }
    }

    /// <summary>The block is lowered once, as a graph of its own.</summary>
    private static Value Loop(NetworkRepeat repeat, Value value, Lowering lowering)
    {
        TensorGraph graph = new();
        Lowering inner = lowering.For(graph);
        Value input = graph.Input(value.Type.Shape);
        Value output = Lower(repeat.Turns[0], input, inner);
        string layer = graph.CurrentLayer;
        Stretch states = new(lowering.TakeState(inner.StateSize * repeat.Count), inner.StateSize);
        LoopBody body = new(repeat.TurnsName, repeat.Count, graph, input, output.Resolved.Operation is Source ? graph.Copy(output) : output)
        {
            Trained = repeat.Trained,
            Buffers = repeat.Buffers,
            States = states,
            Measured = inner.Measured,
        };
        lowering.Graph.CurrentLayer = layer;
        return lowering.SequenceLengths is { } lengths ? lowering.Graph.Loop(body, value, lengths) : lowering.Graph.Loop(body, value);
    }

    /// <summary>1 for each position of a loss that counts; null where all do, or where the loss is of examples.</summary>
    private static Value? Counting(TensorGraph graph, LossTerms terms, Value? lengths) =>
        lengths is not null && terms.Loss.Type.Shape.Rank > 0 ? graph.StepsBelow(lengths, terms.Loss.Type.Shape[0]) : null;

    /// <summary>Σ w·ℓ / Σ w·v: the examples' weights w, the positions' losses ℓ and their own weights v.</summary>
    private static (Value Loss, Value Weight) Mean(TensorGraph graph, LossTerms terms, Value? counting)
    {
        if (counting is not null)
        {
            Value counted = graph.Map(Multiply(Arg(0), Arg(1)), terms.Loss, counting);
            return Mean(graph, new LossTerms(counted, terms.Weight is null ? counting : graph.Map(Multiply(Arg(0), Arg(1)), terms.Weight, counting)), null);
        }

        Value weights = graph.ExampleWeights();
        Scalar product = Multiply(Arg(0), Arg(1));
        Value weight = terms.Weight is { } own
            ? graph.Map(product, own, weights)
            : graph.Map(Arg(0), terms.Loss.Type, weights);
        Value total = graph.SumAll(weight);
        Value sum = graph.SumAll(graph.Map(product, terms.Loss, weights));
        return (graph.Map(Divide(Arg(0), Arg(1)), sum, total), total);
    }
}

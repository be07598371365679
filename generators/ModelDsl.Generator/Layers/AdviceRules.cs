using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Advice about networks that work, but hardly as their author meant.</summary>
internal static class AdviceRules
{
    public static void Check(Network network, ICollection<Fault> faults)
    {
        if (Unflattened(network) is { } unflattened)
        {
            faults.Add(unflattened);
            return;
        }

        IEnumerable<Fault> heads = network.Heads.SelectMany(head => Local(head.Branch, isEnd: true).Select(fault => fault.Within(head.Branch.Block, head.Output.Attribute)));
        Fault[] local = [.. Local(network.Trunk, isEnd: network.Heads.Count == 0), .. heads];
        foreach (Fault fault in local.GroupBy(fault => fault.Path.Length == 0 ? (object)fault : (fault.Rule, fault.Text)).Select(same => same.First()))
        {
            faults.Add(fault);
        }

        if (network.Heads.Count == 0 && LastDropout(network.Trunk.Nodes) is { } dropout)
        {
            faults.Add(new Fault(RuleIds.DropoutLast, SiteOf(dropout), "Dropout stands behind the last layer, so it zeroes predictions in training.\nRemove it, or move it before the last layer with weights.", "remove"));
        }

        if (Saturated(network) is { } saturated)
        {
            faults.Add(saturated);
        }

        if (Bounded(network) is { } bounded && local.All(fault => fault.Site != bounded.Site))
        {
            faults.Add(bounded);
        }
    }

    /// <summary>Advice about neighbours, in a list of layers and in the blocks that it uses; what is said of a block is said at its first use.</summary>
    private static IEnumerable<Fault> Local(NetworkBranch branch, bool isEnd)
    {
        IReadOnlyList<NetworkNode> nodes = branch.Nodes;
        IEnumerable<Fault> inner = nodes.SelectMany(node => node.Branches.SelectMany(block => Local(block, isEnd: false).Select(fault => fault.Within(block.Block, node.Spec.Attribute))));
        return LinearPairs(nodes).Concat(LostBiases(nodes)).Concat(ShiftedStatistics(nodes)).Concat(SurplusActivations(nodes, isEnd)).Concat(inner);
    }

    private static Site SiteOf(NetworkNode layer) => new(layer.Spec.Attribute);

    /// <summary>Dense layers with nothing but dropout between them. A narrow one without bias is meant: it is how a matrix of low rank is written.</summary>
    private static IEnumerable<Fault> LinearPairs(IReadOnlyList<NetworkNode> layers)
    {
        NetworkNode? before = null;
        foreach (NetworkNode layer in layers.Where(layer => layer.Kind is not DropoutLayer))
        {
            if (before?.Kind is DenseLayer && layer.Kind is DenseLayer && !IsLowRank(before, layer))
            {
                yield return new Fault(RuleIds.LinearTwice, SiteOf(layer), "Dense follows Dense: without an activation between them the two are one linear layer.\nInsert one, such as [ReLU].", "insert ReLU");
            }

            before = layer;
        }
    }

    /// <summary>A bias of each channel that the next layer subtracts again with the channel's mean.</summary>
    private static IEnumerable<Fault> LostBiases(IReadOnlyList<NetworkNode> layers)
    {
        for (int i = 1; i < layers.Count; i++)
        {
            (NetworkNode before, NetworkNode norm) = (layers[i - 1], layers[i]);
            bool hasBias = before is NetworkLayer layer && layer.Kind is not NormKind && layer.Parameters.Any(parameter => parameter.Spec.Role == "bias");
            if (hasBias && norm.Kind is (BatchNormLayer or InstanceNormLayer))
            {
                yield return new Fault(RuleIds.BiasBeforeNorm, SiteOf(before), $"{before.Kind.Name} adds a bias that {norm.Kind.Name} subtracts again with the mean.\nWrite Bias = false.", "argument Bias = false");
            }
        }
    }

    /// <summary>
    /// Dropout before batch norm, activations between them or not: it adds variance in training that is gone in prediction, while the running variance
    /// keeps it (Li, Chen, Hu and Yang 2019, "Understanding the Disharmony between Dropout and Batch Normalization by Variance Shift", §3).
    /// </summary>
    private static IEnumerable<Fault> ShiftedStatistics(IReadOnlyList<NetworkNode> layers)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            NetworkNode dropout = layers[i];
            NetworkNode? next = layers.Skip(i + 1).FirstOrDefault(layer => layer.Kind.Role != LayerRole.Activation);
            if (dropout.Kind is (DropoutLayer or SpatialDropoutLayer) && next?.Kind is BatchNormLayer)
            {
                string written = dropout.Kind.Describe(dropout.Spec);
                yield return new Fault(
                    RuleIds.DropoutBeforeNorm,
                    SiteOf(dropout),
                    $"{dropout.Kind.Name} before BatchNorm, which then learns a variance that predictions do not have.\nMove {dropout.Kind.Name} behind BatchNorm.",
                    $"insert-behind@{next.Spec.Attribute} {written}; remove");
            }
        }
    }

    private static bool IsLowRank(NetworkNode first, NetworkNode second) =>
        first is NetworkLayer { Parameters.Count: 1 } && first.Output.Columns < Math.Min(first.Input.Columns, second.Output.Columns);

    /// <summary>Of activations in a row the first stays; before the output the last, if it is the one that gives probabilities.</summary>
    private static IEnumerable<Fault> SurplusActivations(IReadOnlyList<NetworkNode> layers, bool isEnd)
    {
        for (int start = 0; start < layers.Count; start++)
        {
            NetworkNode[] row = [.. layers.Skip(start).TakeWhile(layer => layer.Kind.Role == LayerRole.Activation)];
            if (row.Length < 2)
            {
                continue;
            }

            NetworkNode last = row[row.Length - 1], kept = last.Kind is SoftmaxLayer or SigmoidLayer && isEnd && start + row.Length == layers.Count ? last : row[0];
            foreach (NetworkNode layer in row.Where(layer => layer != kept))
            {
                yield return new Fault(RuleIds.ActivationTwice, SiteOf(layer), $"{layer.Kind.Name} stands {(kept == last ? "before" : "behind")} {kept.Kind.Name} with no layer between: one activation is enough.\nRemove {layer.Kind.Name}.", "remove");
            }

            start += row.Length - 1;
        }
    }

    /// <summary>An output that a regression's targets are hardly confined to.</summary>
    private static Fault? Bounded(Network network)
    {
        NetworkNode? last = network.Trunk.Nodes.LastOrDefault();
        return last is null || network.Target.IsNone || network.Loss is not ({ RequiredActivation: null }, { Kind: var loss }) ? null : last.Kind switch
        {
            ReLULayer => new Fault(RuleIds.ActivationBeforeRegressionLoss, SiteOf(last), $"ReLU before {loss}: predictions are never negative, and stop learning where they are 0.\nRemove it, or use Softplus for positive targets.", "remove"),
            SoftmaxLayer => new Fault(RuleIds.ActivationBeforeRegressionLoss, SiteOf(last), $"Softmax before {loss}: the predictions of an example always add up to 1.\nRemove it, or use CrossEntropyLoss for classes.", "remove"),
            _ => null,
        };
    }

    /// <summary>An output whose slope vanishes where it is most wrong, before a loss that does not make up for it.</summary>
    private static Fault? Saturated(Network network) =>
        network.Loss is ({ Name: "MeanSquaredErrorLoss" }, { } loss) && network.Trunk.Nodes.LastOrDefault()?.Kind is SigmoidLayer
            ? new Fault(RuleIds.SaturatedOutput, new Site(loss.Attribute), "MeanSquaredErrorLoss behind Sigmoid: where a prediction is sure and wrong, it hardly learns.\nUse BinaryCrossEntropyLoss, for targets in [0, 1].", "replace BinaryCrossEntropyLoss")
            : null;

    /// <summary>A dropout after which nothing has parameters.</summary>
    private static NetworkNode? LastDropout(IReadOnlyList<NetworkNode> layers)
    {
        IEnumerable<NetworkNode> tail = layers.Reverse().TakeWhile(layer => layer.TrainedSize == 0);
        return layers.Any(layer => layer.TrainedSize > 0) ? tail.FirstOrDefault(layer => layer.Kind is DropoutLayer) : null;
    }

    /// <summary>An image that reaches a classifier's loss with height and width still there: the classes would be predicted for every pixel.</summary>
    private static Fault? Unflattened(Network network)
    {
        bool isImage = network.Input.Rank == 3 && network.Target is { IsLabels: true, Shape.Rank: 2 };
        return isImage && network.Trunk.Nodes.FirstOrDefault(layer => layer.Kind is DenseLayer) is { } dense
            ? new Fault(RuleIds.UnflattenedImage, SiteOf(dense), $"Dense works on the last axis of {dense.Input}, so every pixel gets classes of its own.\nInsert [Flatten] to classify the image as a whole.", "insert Flatten")
            : null;
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Advice about networks that work, but hardly as their author meant.</summary>
internal static class AdviceRules
{
    public static void Check(Network network, ICollection<Fault> faults)
    {
        IReadOnlyList<NetworkLayer> layers = network.Layers;
        if (Unflattened(network) is { } unflattened)
        {
            faults.Add(unflattened);
            return;
        }

        for (int i = 1; i < layers.Count; i++)
        {
            if (Pair(layers[i - 1].Kind, layers[i].Kind, new Site(layers[i].Spec.Attribute)) is { } fault)
            {
                faults.Add(fault);
            }
        }

        if (LastDropout(layers) is { } dropout)
        {
            faults.Add(new Fault(RuleIds.DropoutLast, new Site(dropout.Spec.Attribute), "Dropout stands behind the last layer, so it zeroes predictions in training.\nRemove it, or move it before the last layer with weights.", "remove"));
        }

        if (network.Loss is var (loss, spec) && loss.RequiredActivation is null && layers[layers.Count - 1].Kind is ReLULayer)
        {
            faults.Add(new Fault(RuleIds.ActivationBeforeRegressionLoss, new Site(layers[layers.Count - 1].Spec.Attribute), $"ReLU before {spec.Kind}: predictions are never negative, and stop learning where they are 0.\nRemove it, or use Softplus for positive targets.", "remove"));
        }
    }

    private static Fault? Pair(LayerKind first, LayerKind second, Site site) => (first, second) switch
    {
        (DenseLayer, DenseLayer) => new Fault(RuleIds.LinearTwice, site, "Dense follows Dense: without an activation between them the two are one linear layer.\nInsert one, such as [ReLU].", "insert ReLU"),
        ({ Role: LayerRole.Activation }, { Role: LayerRole.Activation }) => new Fault(RuleIds.ActivationTwice, site, $"{second.Name} follows {first.Name}: two activations in a row.\nRemove one.", "remove"),
        _ => null,
    };

    /// <summary>A dropout after which nothing has parameters.</summary>
    private static NetworkLayer? LastDropout(IReadOnlyList<NetworkLayer> layers)
    {
        IEnumerable<NetworkLayer> tail = layers.Reverse().TakeWhile(layer => layer.Parameters.Count == 0);
        return layers.Any(layer => layer.Parameters.Count > 0) ? tail.FirstOrDefault(layer => layer.Kind is DropoutLayer) : null;
    }

    /// <summary>An image that reaches a classifier's loss with height and width still there: the classes would be predicted for every pixel.</summary>
    private static Fault? Unflattened(Network network)
    {
        bool isImage = network.Input.Rank == 3 && network.Target is { IsLabels: true, Shape.Rank: 2 };
        return isImage && network.Layers.FirstOrDefault(layer => layer.Kind is DenseLayer) is { } dense
            ? new Fault(RuleIds.UnflattenedImage, new Site(dense.Spec.Attribute), $"Dense works on the last axis of {dense.Input}, so every pixel gets classes of its own.\nInsert [Flatten] to classify the image as a whole.", "insert Flatten")
            : null;
    }
}

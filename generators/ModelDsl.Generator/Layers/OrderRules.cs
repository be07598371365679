using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The rules about which layer stands where, before any shape is known. One mistake gives one report.</summary>
internal static class OrderRules
{
    public static void Check(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, ICollection<Fault> faults)
    {
        if (Input(layers) is { } input)
        {
            faults.Add(input);
        }
        else if (Loss(layers) is { } loss)
        {
            faults.Add(loss);
        }
        else if (!layers.Any(layer => layer.Kind.Role is LayerRole.Hidden or LayerRole.Activation))
        {
            faults.Add(new Fault(RuleIds.NoLayers, Site.Class, "The model has no layers: nothing turns its input into a prediction.\nAdd one, such as [Dense(1)].", FirstLayer(layers)));
        }
        else if (DoubleSoftmax(layers) is { } softmax)
        {
            faults.Add(softmax);
        }
        else if (Interloper(layers) is { } interloper)
        {
            faults.Add(interloper);
        }
    }

    /// <summary>A layer where there is none, if the loss is one of single numbers.</summary>
    private static string FirstLayer(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers)
    {
        (LayerSpec Spec, LayerKind Kind) last = layers[layers.Count - 1];
        return layers.Any(layer => layer.Kind is TokenInputLayer) ? string.Empty : last.Kind switch
        {
            InputLayer => $"insert-behind@{last.Spec.Attribute} Dense(1)",
            MeanSquaredErrorLossLayer or MeanAbsoluteErrorLossLayer or HuberLossLayer => $"insert@{last.Spec.Attribute} Dense(1)",
            BinaryCrossEntropyLossLayer => $"insert@{last.Spec.Attribute} Dense(1); insert@{last.Spec.Attribute} Sigmoid",
            _ => string.Empty,
        };
    }

    private static Fault? Input(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers)
    {
        int[] inputs = Places(layers, LayerRole.Input);
        if (inputs.Length == 0 && layers.Count > 0 && layers[0] is (var first, ParallelKind { HasSkip: false }) && first.Blocks.Any(BlockRules.IsTower))
        {
            return BlockRules.AreTowers(first) ? null : new Fault(RuleIds.NoInput, At(layers[0]), $"{CombinatorKind.Called(first)}: some of its blocks start with an input, others do not.\nStart each of them with its input, or the model with one for all.");
        }

        if (inputs.Length == 0)
        {
            return new Fault(RuleIds.NoInput, Site.Class, "The model does not say what it is given.\nStart with its input, such as [Input(784)].");
        }

        if (inputs[0] > 0 && layers.Take(inputs[0]).Any(layer => layer.Kind.Role != LayerRole.Loss))
        {
            return new Fault(RuleIds.InputNotFirst, At(layers[inputs[0]]), $"Input stands after {layers[inputs[0] - 1].Kind.Name}.\nMove it to the front: the layers are read in source order.", "move-first");
        }

        return inputs.Length > 1
            ? new Fault(RuleIds.InputNotFirst, At(layers[inputs[1]]), "Input stands a second time; a model starts with its one input.\nRemove it: each layer takes its shape from the one before.", "remove")
            : null;
    }

    private static Fault? Loss(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers)
    {
        int[] losses = Places(layers, LayerRole.Loss);
        int output = layers.ToList().FindIndex(layer => layer.Kind is OutputLayer);
        if (output >= 0)
        {
            (LayerSpec, LayerKind Kind)? behind = layers.Skip(output).Where(layer => layer.Kind is not OutputLayer).Cast<(LayerSpec, LayerKind)?>().FirstOrDefault();
            return losses.Length > 0
                ? new Fault(RuleIds.SeveralLosses, At(layers[losses[0]]), $"{layers[losses[0]].Kind.Name} stands beside {CombinatorKind.Called(layers[output].Spec)}, which has a loss of its own.\nRemove it, or make it the loss of a block of another Output.", "remove")
                : behind is (_, { Name: var name })
                    ? new Fault(RuleIds.LossNotLast, At(layers[output]), $"Output stands before {name}.\nMove it to the end: outputs are what the model ends with.", "move-last")
                    : null;
        }

        if (losses.Length > 1)
        {
            // Where one of them stands last, that one is meant.
            bool isLast = losses[losses.Length - 1] == layers.Count - 1 && losses[losses.Length - 2] < layers.Count - 2;
            (LayerSpec, LayerKind Kind) surplus = layers[losses[isLast ? 0 : 1]];
            return new Fault(RuleIds.SeveralLosses, At(surplus), $"{surplus.Kind.Name} is one loss too many: training minimises one.\nRemove one of the two.", "remove");
        }

        return losses.Length == 1 && losses[0] < layers.Count - 1
            ? new Fault(RuleIds.LossNotLast, At(layers[losses[0]]), $"{layers[losses[0]].Kind.Name} stands before {layers[losses[0] + 1].Kind.Name}.\nMove it to the end: a loss compares the last layer's output with the target.", "move-last")
            : null;
    }

    /// <summary>A softmax of what a softmax gives.</summary>
    public static Fault? DoubleSoftmax(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers)
    {
        int second = Enumerable.Range(1, layers.Count - 1).FirstOrDefault(i => layers[i].Kind is SoftmaxLayer && layers[i - 1].Kind is SoftmaxLayer);
        return second == 0 ? null : new Fault(RuleIds.DoubleSoftmax, At(layers[second]), "Softmax stands twice; the second makes all classes nearly equal.\nRemove one.", "remove");
    }

    /// <summary>A dropout between a loss and the activation that it is defined on.</summary>
    private static Fault? Interloper(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers)
    {
        if (layers.Count < 3 || layers[layers.Count - 1].Kind is not LossKind { RequiredActivation: { } required } loss)
        {
            return null;
        }

        (LayerSpec Spec, LayerKind Kind) between = layers[layers.Count - 2];
        return between.Kind is DropoutLayer && layers[layers.Count - 3].Kind.Name == required
            ? new Fault(loss.ActivationRule, At(between), $"Dropout stands between {required} and {loss.Name}, so that what the loss gets are no probabilities.\nRemove it, or move it before the last layer with weights.", "remove")
            : null;
    }

    private static int[] Places(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, LayerRole role) =>
        [.. Enumerable.Range(0, layers.Count).Where(i => layers[i].Kind.Role == role)];

    private static Site At((LayerSpec Spec, LayerKind Kind) layer) => new(layer.Spec.Attribute);
}

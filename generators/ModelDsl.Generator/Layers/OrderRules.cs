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
        else if (!layers.Any(layer => layer.Kind is TransformKind))
        {
            faults.Add(new Fault(RuleIds.NoLayers, Site.Class, "The model has no layers: nothing turns its input into a prediction.\nAdd one, such as [Dense(1)]."));
        }
        else if (DoubleSoftmax(layers) is { } softmax)
        {
            faults.Add(softmax);
        }
    }

    private static Fault? Input(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers)
    {
        int[] inputs = Places(layers, LayerRole.Input);
        if (inputs.Length == 0)
        {
            return new Fault(RuleIds.NoInput, Site.Class, "The model does not say what it is given.\nStart with its input, such as [Input(784)].");
        }

        if (inputs[0] > 0)
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
        if (losses.Length > 1)
        {
            return new Fault(RuleIds.SeveralLosses, At(layers[losses[1]]), $"{layers[losses[1]].Kind.Name} is the second loss; training minimises one.\nRemove one of the two.", "remove");
        }

        return losses.Length == 1 && losses[0] < layers.Count - 1
            ? new Fault(RuleIds.LossNotLast, At(layers[losses[0]]), $"{layers[losses[0]].Kind.Name} stands before {layers[losses[0] + 1].Kind.Name}.\nMove it to the end: a loss compares the last layer's output with the target.", "move-last")
            : null;
    }

    private static Fault? DoubleSoftmax(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers)
    {
        int second = Enumerable.Range(1, layers.Count - 1).FirstOrDefault(i => layers[i].Kind is SoftmaxLayer && layers[i - 1].Kind is SoftmaxLayer);
        return second == 0 ? null : new Fault(RuleIds.DoubleSoftmax, At(layers[second]), "Softmax stands twice; the second makes all classes nearly equal.\nRemove one.", "remove");
    }

    private static int[] Places(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, LayerRole role) =>
        [.. Enumerable.Range(0, layers.Count).Where(i => layers[i].Kind.Role == role)];

    private static Site At((LayerSpec Spec, LayerKind Kind) layer) => new(layer.Spec.Attribute);
}

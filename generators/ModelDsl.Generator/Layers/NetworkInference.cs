using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Walks a model's layers in source order: rules of order, then shapes, names and parameters.</summary>
internal static class NetworkInference
{
    /// <summary>The network, or null after a report of what is wrong.</summary>
    public static Network? Infer(ModelSpec model, ICollection<Fault> faults)
    {
        List<(LayerSpec Spec, LayerKind Kind)> written = [];
        foreach (LayerSpec spec in model.Layers)
        {
            if (LayerTable.Find(spec.Kind) is not { } kind)
            {
                faults.Add(new Fault(RuleIds.UnknownLayer, new Site(spec.Attribute), $"{spec.Kind}: this version of the compiler does not know the layer, so it cannot be compiled.\nUse layers that docs/layers.md lists for it, or a newer version."));
                return null;
            }

            written.Add((spec, kind));
        }

        int before = faults.Count;
        OrderRules.Check(written, faults);
        Network? network = faults.Count > before ? null : Walk(written, faults);
        if (network is not null)
        {
            AdviceRules.Check(network, faults);
        }

        return network;
    }

    private static Network? Walk(List<(LayerSpec Spec, LayerKind Kind)> written, ICollection<Fault> faults)
    {
        LayerNames names = new(faults);
        List<NetworkLayer> layers = [];
        Shape input = Shape.Scalar, current = Shape.Scalar;
        int index = 0;
        (LossKind, LayerSpec)? loss = null;
        for (int i = 0; i < written.Count; i++)
        {
            (LayerSpec spec, LayerKind kind) = written[i];
            Shape before = current;
            LayerContext context = new(spec, before, i > 0 ? written[i - 1].Kind : null, faults);
            if (kind.Infer(context) is not { } output || !Fits(output, context))
            {
                return null;
            }

            current = output;
            switch (kind)
            {
                case LossKind lossKind:
                    loss = (lossKind, spec);
                    break;
                case TransformKind transform when names.Next(spec, kind) is { } name:
                    layers.Add(new NetworkLayer(name, transform, spec, before, current, Number(name, transform.Parameters(spec, before), ref index)));
                    break;
                case TransformKind:
                    return null;
                default:
                    input = current;
                    break;
            }
        }

        if (loss is not null && layers.All(layer => layer.Parameters.All(parameter => parameter.Spec.IsBuffer)))
        {
            faults.Add(new Fault(RuleIds.NoLayers, Site.Class, "The model has a loss, but no layer with weights: there is nothing to train.\nAdd one, such as [Dense(1)]."));
            return null;
        }

        if (!FitsParameters(layers, faults))
        {
            return null;
        }

        // What is trained lies together, so that optimisers work on one stretch; buffers lie behind it.
        Place(layers, isBuffer: true, Place(layers, isBuffer: false, 0));
        return new Network { Input = input, Output = current, Layers = layers, Loss = loss };
    }

    private static bool Fits(Shape shape, LayerContext context)
    {
        if (shape.Size <= int.MaxValue)
        {
            return true;
        }

        context.Report(RuleIds.TooLarge, $"{context.Spec.Kind}: {shape} is more than the {int.MaxValue} elements that one example may have.\nUse smaller sizes.");
        return false;
    }

    private static bool FitsParameters(List<NetworkLayer> layers, ICollection<Fault> faults)
    {
        long total = 0;
        foreach (NetworkLayer layer in layers)
        {
            total += layer.Parameters.Sum(parameter => Padded(parameter.Spec.Shape.Size));
            if (total > int.MaxValue)
            {
                faults.Add(new Fault(RuleIds.TooLarge, new Site(layer.Spec.Attribute), $"{layer.Spec.Kind}: with it the model has {total} parameters, more than the {int.MaxValue} that one array holds.\nUse smaller sizes."));
                return false;
            }
        }

        return true;
    }

    private static List<NetworkParameter> Number(string layer, IReadOnlyList<ParameterSpec> specs, ref int index)
    {
        List<NetworkParameter> numbered = [];
        foreach (ParameterSpec spec in specs)
        {
            numbered.Add(new NetworkParameter(index++, $"{layer}.{spec.Role}", spec));
        }

        return numbered;
    }

    /// <summary>Gives parameters, or buffers, their places one behind the other.</summary>
    /// <returns>Where the last ends.</returns>
    private static int Place(List<NetworkLayer> layers, bool isBuffer, int offset)
    {
        foreach (NetworkParameter parameter in layers.SelectMany(layer => layer.Parameters).Where(parameter => parameter.Spec.IsBuffer == isBuffer))
        {
            parameter.Offset = offset;
            offset += (int)Padded(parameter.Spec.Shape.Size);
        }

        return offset;
    }

    /// <summary>Each parameter starts on a cache line, so that vectors of it never straddle two.</summary>
    private static long Padded(long size) => (size + 15) / 16 * 16;
}

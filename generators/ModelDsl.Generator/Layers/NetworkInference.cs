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
            if (LayerTable.Find(spec.Kind) is { } kind)
            {
                written.Add((spec, kind));
            }
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
        int offset = 0, index = 0;
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
                    layers.Add(new NetworkLayer(name, transform, spec, before, current, Place(name, transform.Parameters(spec, before), ref index, ref offset)));
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

        return !FitsParameters(layers, faults) ? null : new Network { Input = input, Output = current, Layers = layers, Loss = loss };
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

    private static List<NetworkParameter> Place(string layer, IReadOnlyList<ParameterSpec> specs, ref int index, ref int offset)
    {
        List<NetworkParameter> placed = [];
        foreach (ParameterSpec spec in specs)
        {
            placed.Add(new NetworkParameter(index++, $"{layer}.{spec.Role}", offset, spec));
            offset = unchecked(offset + (int)Padded(spec.Shape.Size));
        }

        return placed;
    }

    /// <summary>Each parameter starts on a cache line, so that vectors of it never straddle two.</summary>
    private static long Padded(long size) => (size + 15) / 16 * 16;
}

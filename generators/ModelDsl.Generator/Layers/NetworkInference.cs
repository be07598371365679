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
        if (faults.Count > before)
        {
            return null;
        }

        return Walk(written, faults);
    }

    private static Network? Walk(List<(LayerSpec Spec, LayerKind Kind)> written, ICollection<Fault> faults)
    {
        List<NetworkLayer> layers = [];
        Dictionary<string, int> numbers = [];
        Shape? input = null, current = Shape.Scalar;
        int offset = 0, index = 0;
        (LossKind, LayerSpec)? loss = null;
        for (int i = 0; i < written.Count; i++)
        {
            (LayerSpec spec, LayerKind kind) = written[i];
            Shape before = current;
            LayerContext context = new(spec, before, i > 0 ? written[i - 1].Kind : null, i + 1 < written.Count ? written[i + 1].Kind : null, faults);
            current = kind.Infer(context);
            if (current is null || !Fits(current, context))
            {
                return null;
            }

            if (kind is LossKind lossKind)
            {
                loss = (lossKind, spec);
            }
            else if (kind is TransformKind transform)
            {
                string name = NameOf(spec, kind, numbers);
                layers.Add(new NetworkLayer(name, transform, spec, before, current, Place(name, transform.Parameters(spec, before), ref index, ref offset)));
            }
            else
            {
                input = current;
            }
        }

        return new Network { Input = input!, Output = current, Layers = layers, Loss = loss };
    }

    private static bool Fits(Shape shape, LayerContext context)
    {
        if (shape.Size <= int.MaxValue)
        {
            return true;
        }

        context.Report(RuleIds.TooLarge, $"{context.Spec.Kind}: {shape} has {shape.Size} elements, more than the {int.MaxValue} that one example may have.\nUse smaller sizes.");
        return false;
    }

    private static string NameOf(LayerSpec spec, LayerKind kind, Dictionary<string, int> numbers)
    {
        numbers.TryGetValue(kind.Stem, out int number);
        numbers[kind.Stem] = number + 1;
        return spec.Get("Name", $"{kind.Stem}{number + 1}");
    }

    private static List<NetworkParameter> Place(string layer, IReadOnlyList<ParameterSpec> specs, ref int index, ref int offset)
    {
        List<NetworkParameter> placed = [];
        foreach (ParameterSpec spec in specs)
        {
            placed.Add(new NetworkParameter(index++, $"{layer}.{spec.Role}", offset, spec));
            // Each parameter starts on a cache line, so that vectors of it never straddle two.
            offset += ((int)spec.Shape.Size + 15) / 16 * 16;
        }

        return placed;
    }
}

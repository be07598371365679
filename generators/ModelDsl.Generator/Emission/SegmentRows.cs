using ModelDsl.Generator.Costs;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the tables of parameters and of layers: a row for each; for a repeated block the rows of its first turn, which the library copies.</summary>
internal static class SegmentRows
{
    public static IEnumerable<string> Parameters(IEnumerable<NetworkNode> nodes, string prefix = "")
    {
        foreach (NetworkNode node in nodes)
        {
            IEnumerable<string> rows = node switch
            {
                NetworkLayer layer => layer.Parameters.Select(parameter => Parameter(parameter, prefix)),
                NetworkRepeat { IsLoop: true } loop => Repeat(loop, prefix, "ParameterSegment", $", {loop.Trained.Stride}, {loop.Buffers.Stride}", Parameters(node.Inner, PrefixOf(loop))),
                _ => Parameters(node.Inner, prefix),
            };
            foreach (string row in rows)
            {
                yield return row;
            }
        }
    }

    /// <summary>The rows of layers, and of what else costs something itself: what joins blocks behind them.</summary>
    public static IEnumerable<string> Layers(IEnumerable<CostRow> rows, string prefix = "")
    {
        foreach (CostRow row in rows)
        {
            IEnumerable<string> inner = row.Loop is { } loop
                ? Repeat(loop, prefix, "LayerInfo", string.Empty, Layers(row.Inner, PrefixOf(loop)))
                : Layers(row.Inner, prefix);
            foreach (string own in inner)
            {
                yield return own;
            }

            if (row.IsLayer || row.Own != default)
            {
                yield return Layer(row, prefix);
            }
        }
    }

    /// <summary>What the names in a loop's first turn begin with, which is left out.</summary>
    private static string PrefixOf(NetworkRepeat loop) => $"{loop.Name}{loop.First}.";

    private static IEnumerable<string> Repeat(NetworkRepeat loop, string prefix, string type, string strides, IEnumerable<string> turn)
    {
        string[] rows = [.. turn];
        if (rows.Length > 0)
        {
            string name = loop.Name.Substring(prefix.Length);
            yield return $".. {Api.Root}{type}.Repeat({Literals.Of(name)}, {loop.First}, {loop.Count}{strides},\n[\n    {string.Join(",\n", rows).Replace("\n", "\n    ")},\n])";
        }
    }

    private static string Parameter(NetworkParameter parameter, string prefix)
    {
        ParameterSpec spec = parameter.Spec;
        int[] axes = spec.InterchangeAxes;
        IEnumerable<int> strides = axes.Select(spec.Shape.Stride);
        return $"new({Literals.Of(parameter.Name.Substring(prefix.Length))}, {Literals.Array(axes.Select(axis => spec.Shape[axis]))}, {parameter.Offset}, {Literals.Array(strides)}, "
            + $"{Api.Root}Initializer.{spec.Initializer}, {Literals.Double(spec.InitialValue)}, {spec.FanIn}, {spec.FanOut}, Decays: {(spec.Decays ? "true" : "false")}"
            + $"{(spec.IsBuffer ? $", Momentum: {Literals.Double(spec.Momentum)}" : string.Empty)})";
    }

    private static string Layer(CostRow row, string prefix)
    {
        LayerCost own = row.Own;
        return $"new({Literals.Of(row.Name.Substring(prefix.Length))}, {Literals.Of(row.Attribute)}, {Literals.Array(row.Output.ToArray())}, {own.Parameters}, {own.MultiplyAdds}L, {own.Kept}L)";
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the tables of parameters and of layers: a row for each; for a repeated block the rows of its first turn, which the library copies.</summary>
internal sealed class SegmentRows(CompiledModel model)
{
    private readonly Dictionary<string, long> costs = Costs(model.Inference.Plan)
        .GroupBy(cost => cost.Layer).ToDictionary(layer => layer.Key, layer => layer.Sum(cost => cost.MultiplyAdds));

    public IEnumerable<string> Parameters() => Rows(model.Network.Nodes, string.Empty, "ParameterSegment", (layer, prefix) => layer.Parameters.Select(parameter => Parameter(parameter, prefix)));

    public IEnumerable<string> Layers() => Rows(model.Network.Nodes, string.Empty, "LayerInfo", (layer, prefix) => [Layer(layer, prefix)]);

    /// <summary>The rows of steps.</summary>
    /// <param name="nodes">The steps.</param>
    /// <param name="prefix">What their names begin with, which is left out.</param>
    /// <param name="type">The rows' type.</param>
    /// <param name="rowsOf">The rows of a layer.</param>
    private static IEnumerable<string> Rows(IEnumerable<NetworkNode> nodes, string prefix, string type, Func<NetworkLayer, string, IEnumerable<string>> rowsOf)
    {
        foreach (NetworkNode node in nodes)
        {
            if (node is NetworkRepeat { IsLoop: true } repeat)
            {
                string name = repeat.Name.Substring(prefix.Length);
                string[] rows = [.. Rows(node.Inner, $"{repeat.Name}{repeat.First}.", type, rowsOf)];
                string strides = type == "LayerInfo" ? string.Empty : $", {repeat.Trained.Stride}, {repeat.Buffers.Stride}";
                if (rows.Length > 0)
                {
                    yield return $".. {Api.Root}{type}.Repeat({Literals.Of(name)}, {repeat.First}, {repeat.Count}{strides},\n[\n    {string.Join(",\n", rows).Replace("\n", "\n    ")},\n])";
                }
            }
            else
            {
                foreach (string row in node is NetworkLayer layer ? rowsOf(layer, prefix) : Rows(node.Inner, prefix, type, rowsOf))
                {
                    yield return row;
                }
            }
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

    private string Layer(NetworkLayer layer, string prefix)
    {
        costs.TryGetValue(layer.Name, out long operations);
        return $"new({Literals.Of(layer.Name.Substring(prefix.Length))}, {Literals.Of(layer.Kind.Describe(layer.Spec))}, {Literals.Array(layer.Output.ToArray())}, {layer.TrainedSize}, {operations}L)";
    }

    /// <summary>The multiply-adds of each value that is computed, those of a loop's turn once.</summary>
    private static IEnumerable<(string Layer, long MultiplyAdds)> Costs(MemoryPlan plan) => plan.Program.Regions
        .SelectMany(region => region.Members).Where(value => value.Operation is not Loop).Select(value => (value.Layer, value.Operation.MultiplyAdds(value.Operands, value.Type)))
        .Concat(plan.Bodies.Values.SelectMany(Costs));
}

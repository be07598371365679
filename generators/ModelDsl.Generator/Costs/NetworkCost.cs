using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Costs;

/// <summary>What a network costs, layer by layer: the summary, the documentation of the generated class and budgets have their figures from here.</summary>
internal sealed class NetworkCost
{
    private readonly Dictionary<string, long> multiplyAdds;
    private readonly Dictionary<string, long> kept;

    /// <param name="network">The network.</param>
    /// <param name="elementBytes">The bytes of an element.</param>
    /// <param name="inference">The plan of a prediction.</param>
    /// <param name="training">The plan of a training step and the end of its forward pass; null where there is nothing to train.</param>
    public NetworkCost(Network network, int elementBytes, MemoryPlan inference, (MemoryPlan Plan, Value Loss)? training)
    {
        ElementBytes = elementBytes;
        multiplyAdds = Work(inference).GroupBy(work => work.Layer).ToDictionary(layer => layer.Key, layer => layer.Sum(work => work.MultiplyAdds));
        kept = training is var (plan, loss) ? KeptActivations.Of(plan, loss, elementBytes) : [];
        Layers = [.. network.Nodes.Select(Row)];
        Losses = [.. Heads(network)];
        Inputs = [.. InputRows(network)];
    }

    /// <summary>The bytes of an element.</summary>
    public int ElementBytes { get; }

    /// <summary>The inputs, in the order of their features.</summary>
    public IReadOnlyList<CostRow> Inputs { get; }

    /// <summary>The layers and combinators in source order.</summary>
    public IReadOnlyList<CostRow> Layers { get; }

    /// <summary>The losses.</summary>
    public IReadOnlyList<CostRow> Losses { get; }

    /// <summary>All rows, in the order in which they are computed.</summary>
    public IEnumerable<CostRow> Rows => [.. Inputs, .. Layers, .. Losses];

    /// <summary>What all of it costs.</summary>
    public LayerCost Total => Rows.Aggregate(default(LayerCost), (sum, row) => sum + row.Total);

    /// <summary>The multiply-adds of each value that is computed, those of a loop's turn once.</summary>
    private static IEnumerable<(string Layer, long MultiplyAdds)> Work(MemoryPlan plan) => plan.Program.Regions
        .SelectMany(region => region.Members).Where(value => value.Operation is not Loop).Select(value => (value.Layer, value.Operation.MultiplyAdds(value.Operands, value.Type)))
        .Concat(plan.Bodies.Values.SelectMany(Work));

    private CostRow Row(NetworkNode node)
    {
        string attribute = node.Kind.Describe(node.Spec);
        CostRow[] inner = node is NetworkLayer ? [] : [.. node.Inner.Select(Row)];
        return node switch
        {
            NetworkLayer layer => new CostRow(layer.Name, attribute, node.Output, Take(layer.Name, layer)) { IsLayer = true },
            NetworkRepeat { IsLoop: true } loop => new CostRow(loop.TurnsName, attribute, node.Output, Take(loop.TurnsName)) { Inner = inner, Loop = loop },
            NetworkCombination { Joint: null } combination => new CostRow(combination.Name, attribute, node.Output, Take(combination.Name)) { Inner = inner },
            _ => new CostRow(string.Empty, attribute, node.Output, default) { Inner = inner },
        };
    }

    private IEnumerable<CostRow> Heads(Network network)
    {
        if (network.Loss is var (kind, spec))
        {
            yield return new CostRow(kind.Stem, kind.Describe(spec), Shape.Scalar, Take(kind.Stem));
        }

        foreach (NetworkHead head in network.Heads)
        {
            yield return new CostRow(head.Branch.Path, head.Kind.Describe(head.Spec), Shape.Scalar, Take(head.Branch.Path));
        }
    }

    /// <summary>The inputs, which costs that belong to no layer are charged to: what is cut out of an example's features.</summary>
    private IEnumerable<CostRow> InputRows(Network network)
    {
        int offset = 0;
        foreach (NetworkInput input in network.Inputs.DefaultIfEmpty(new NetworkInput(string.Empty, network.Input)))
        {
            string kind = network.Tokens.Any(tokens => tokens.Offset == offset && !tokens.IsLength) ? "TokenInput" : "Input";
            LayerCost own = Take(input.Name) + (offset == 0 ? Take(string.Empty) : default);
            yield return new CostRow(input.Name, $"{kind}{input.Shape}", input.Shape, own);
            offset += (int)input.Shape.Size;
        }
    }

    /// <summary>What the values of a name cost, and the parameters of a layer. Each is taken once, so that nothing counts twice.</summary>
    private LayerCost Take(string name, NetworkLayer? layer = null)
    {
        multiplyAdds.TryGetValue(name, out long work);
        kept.TryGetValue(name, out long elements);
        multiplyAdds.Remove(name);
        kept.Remove(name);
        return new LayerCost(layer?.TrainedSize ?? 0, layer?.Parameters.Sum(parameter => parameter.Spec.Shape.Size) ?? 0, work, elements);
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;

namespace ModelDsl.Generator.Costs;

/// <summary>A row of the layer table: an input, a layer, a combinator with the rows of its blocks, or a loss.</summary>
/// <param name="Name">The name of what stands there.</param>
/// <param name="Attribute">The attribute as its author would write it again.</param>
/// <param name="Output">The shape of what it gives.</param>
/// <param name="Own">What it costs itself, without its blocks.</param>
internal sealed record CostRow(string Name, string Attribute, Shape Output, LayerCost Own)
{
    /// <summary>The rows of its blocks; of a loop those of the first turn.</summary>
    public IReadOnlyList<CostRow> Inner { get; init; } = [];

    /// <summary>The loop that it is, or null.</summary>
    public NetworkRepeat? Loop { get; init; }

    /// <summary>Whether it is a layer with a name of its own.</summary>
    public bool IsLayer { get; init; }

    /// <summary>What it costs with its blocks, in all turns.</summary>
    public LayerCost Total => Own + ((Loop?.Count ?? 1) * Inner.Aggregate(default(LayerCost), (sum, row) => sum + row.Total));

    /// <summary>This row and those of its blocks, by the names of all turns of loops and with what all of them cost.</summary>
    public IEnumerable<(string Name, LayerCost Cost)> Flat()
    {
        IEnumerable<(string Name, LayerCost Cost)> inner = Inner.SelectMany(row => row.Flat());
        if (Loop is { } loop)
        {
            int first = $"{loop.Name}{loop.First}".Length;
            inner = inner.Select(row => (loop.TurnsName + row.Name.Substring(first), loop.Count * row.Cost));
        }

        return inner.Prepend((Name, Own));
    }
}

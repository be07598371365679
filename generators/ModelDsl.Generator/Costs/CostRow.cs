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

    /// <summary>This row and those of its blocks, each with what it costs in all turns of all loops around it.</summary>
    /// <param name="turns">The turns of the loops around it.</param>
    public IEnumerable<(CostRow Row, LayerCost Cost)> Flat(int turns = 1) =>
        Inner.SelectMany(row => row.Flat(turns * (Loop?.Count ?? 1))).Prepend((this, turns * Own));
}

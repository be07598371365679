using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>A graph as the sequence of regions that computes its results.</summary>
/// <param name="Regions">The regions in an order in which they can run.</param>
/// <param name="FirstRegionCount">How many of them the first results need, those that are prepared included: the prediction of an inference program, the rest being its loss.</param>
/// <param name="Results">The results by name.</param>
/// <param name="Bodies">The programs of the loops in it: forward first, and then backward.</param>
internal sealed record FusedProgram(
    IReadOnlyList<Region> Regions, int FirstRegionCount, IReadOnlyList<KeyValuePair<string, Value>> Results, IReadOnlyDictionary<LoopBody, FusedProgram> Bodies)
{
    /// <summary>Whether what follows from the weights alone is computed once for all runs, and weights are packed once.</summary>
    public bool IsPrepared { get; init; }

    /// <summary>How many of the regions, the first ones, follow from the weights alone and run once for all runs of the others.</summary>
    public int PreparedRegionCount { get; init; }

    /// <summary>The program's stable text: a line for each region, what it stores marked.</summary>
    public override string ToString() => string.Concat(Regions.Select((region, number) => $"region {number} over {region.Iteration}\n{string.Concat(region.Members.Select(member => $"  {(region.Stores.Contains(member) ? "store " : string.Empty)}{member}\n"))}"))
        + string.Concat(Bodies.Select(body => $"turn of {body.Key.Name}\n{body.Value}"));
}

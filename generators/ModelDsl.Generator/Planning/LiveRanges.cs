using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>Between which regions of a program each stored value is alive.</summary>
internal sealed class LiveRanges
{
    private readonly FusedProgram program;
    private readonly Dictionary<Value, int> births = [];
    private readonly Dictionary<Value, int> lastUses = [];
    private readonly Dictionary<Region, int> places = [];
    private readonly HashSet<Value> readBySecond;

    public LiveRanges(FusedProgram program)
    {
        this.program = program;
        readBySecond = [.. program.Regions.Skip(program.FirstRegionCount).SelectMany(region => region.Reads)];
        for (int i = 0; i < program.Regions.Count; i++)
        {
            Region region = program.Regions[i];
            places.Add(region, i);
            foreach (Value value in region.Stores)
            {
                births.Add(value, i);
            }

            foreach (Value value in region.Reads.Concat(region.Stores))
            {
                lastUses[value] = i;
            }
        }

        foreach (KeyValuePair<string, Value> result in program.Results)
        {
            lastUses[result.Value.Resolved] = program.Regions.Count;
        }
    }

    /// <summary>The values that have a place in memory, in the order in which they are computed.</summary>
    public IEnumerable<Value> Stored => program.Regions.SelectMany(region => region.Stores);

    public int IndexOf(Region region) => places[region];

    /// <summary>The last region that reads or writes a value; behind all regions for a result.</summary>
    public int LastUse(Value value) => lastUses[value];

    /// <summary>When values that share memory are alive.</summary>
    public Lifetime Of(IReadOnlyCollection<Value> values, int size) => new(size, values.Min(value => births[value]), values.Max(LastUse));

    /// <summary>Whether the second part of the program reads what the first has computed.</summary>
    public bool AreKept(IReadOnlyCollection<Value> values) =>
        values.Any(value => births[value] < program.FirstRegionCount && readBySecond.Contains(value));
}

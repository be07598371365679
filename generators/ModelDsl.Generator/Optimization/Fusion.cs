using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>
/// Puts the values that the results need into regions. Element-wise work joins the operation that it follows (bias and activation the matrix
/// product, the terms of a row sum the sum), so that it happens while the elements are in registers or cache; what nobody needs is left out.
/// </summary>
internal sealed class Fusion
{
    private readonly List<Region> regions = [];
    private readonly Dictionary<Value, int> home = [];
    private readonly Dictionary<Value, int> uses = [];
    private readonly Dictionary<Value, Value> absorbed = [];
    private readonly IReadOnlyList<Value> live;
    private readonly HashSet<Value> results;

    private Fusion(IReadOnlyList<Value> live, HashSet<Value> results)
    {
        this.live = live;
        this.results = results;
    }

    /// <param name="graph">The graph.</param>
    /// <param name="first">The results that are needed by themselves: their regions come first and compute nothing else.</param>
    /// <param name="second">The other results.</param>
    public static FusedProgram Run(TensorGraph graph, IReadOnlyList<KeyValuePair<string, Value>> first, IReadOnlyList<KeyValuePair<string, Value>> second)
    {
        KeyValuePair<string, Value>[] all = [.. first, .. second];
        HashSet<Value> early = Needed(first.Select(result => result.Value));
        HashSet<Value> needed = Needed(all.Select(result => result.Value));
        Fusion fusion = new([.. graph.Values.Where(needed.Contains)], [.. all.Select(result => Resolve(result.Value))]);
        fusion.CountUses();
        fusion.AbsorbTermsOfRowSums(early);
        fusion.Place(early.Contains, barrier: 0);
        int firstCount = fusion.regions.Count;
        fusion.Place(value => !early.Contains(value), firstCount);
        fusion.FindStores();
        return new FusedProgram(fusion.regions, firstCount, all);
    }

    /// <summary>The value whose memory a value shares: a reshape is only another view.</summary>
    public static Value Resolve(Value value) => value.Operation is Reshape ? Resolve(value.Operands[0]) : value;

    private static HashSet<Value> Needed(IEnumerable<Value> results)
    {
        HashSet<Value> needed = [];
        Stack<Value> open = new(results);
        while (open.Count > 0)
        {
            Value value = open.Pop();
            if (needed.Add(value))
            {
                foreach (Value operand in value.Operands)
                {
                    open.Push(operand);
                }
            }
        }

        return needed;
    }

    private void CountUses()
    {
        foreach (Value operand in live.Where(value => value.Operation is not Reshape).SelectMany(value => value.Operands.Select(Resolve).Distinct()))
        {
            uses[operand] = uses.TryGetValue(operand, out int count) ? count + 1 : 1;
        }
    }

    private bool IsUsedOnce(Value value) => uses[value] == 1 && !results.Contains(value);

    /// <summary>Element-wise values that only one row sum needs become its terms, and are never stored.</summary>
    private void AbsorbTermsOfRowSums(HashSet<Value> early)
    {
        foreach (Value sum in live.Where(value => value.Operation is Sum { Axes: SumAxes.Last }))
        {
            Absorb(sum, Resolve(sum.Operands[0]));
        }

        void Absorb(Value sum, Value term)
        {
            if (term.Operation is Map && IsUsedOnce(term) && SameElements(term.Type, sum.Operands[0].Type) && early.Contains(term) == early.Contains(sum))
            {
                absorbed[term] = sum;
                foreach (Value operand in term.Operands)
                {
                    Absorb(sum, Resolve(operand));
                }
            }
        }
    }

    private void Place(Func<Value, bool> included, int barrier)
    {
        foreach (Value value in live.Where(value => included(value) && value.Operation is not (Reshape or Source or Parameter or Constant) && !absorbed.ContainsKey(value)))
        {
            if (value.Operation is Map && FindRegionToJoin(value, barrier) is { } joined)
            {
                regions[joined].Add(value);
                home[value] = joined;
                continue;
            }

            Region region = new(value.Operation is Map ? null : value, value.Operation is Sum { Axes: SumAxes.Last } ? value.Operands[0].Type : value.Type);
            foreach (Value term in live.Where(term => absorbed.TryGetValue(term, out Value? sum) && sum == value))
            {
                region.Add(term);
                home[term] = regions.Count;
            }

            if (value.Operation is Map)
            {
                region.Add(value);
            }

            home[value] = regions.Count;
            regions.Add(region);
        }
    }

    /// <summary>The region that computes the last of a value's operands, if the value can be computed there element by element; else the newest element-wise region over as many elements.</summary>
    private int? FindRegionToJoin(Value map, int barrier)
    {
        int last = map.Operands.Select(Resolve).Select(operand => home.TryGetValue(operand, out int region) ? region : -1).Append(-1).Max();
        if (last >= barrier && CanJoin(map, last))
        {
            return last;
        }

        int newest = regions.Count - 1;
        return newest > last && newest >= barrier && regions[newest].Anchor is null && CanJoin(map, newest) ? newest : null;
    }

    private bool CanJoin(Value map, int number)
    {
        Region region = regions[number];
        return region.Anchor?.Operation is null or MatMul
            && SameElements(map.Type, region.Iteration)
            && map.Operands.All(operand => !home.TryGetValue(Resolve(operand), out int other) || other < number || SameElements(operand.Type, region.Iteration));
    }

    /// <summary>Whether two types have the same elements in the same rows and columns.</summary>
    private static bool SameElements(TensorType left, TensorType right) =>
        left.IsBatched == right.IsBatched && left.Size == right.Size && left.Shape.Columns == right.Shape.Columns;

    private void FindStores()
    {
        HashSet<Value> outside = [.. results];
        foreach (Region region in regions)
        {
            outside.UnionWith(region.Reads);
        }

        foreach (Region region in regions)
        {
            region.Stores = [.. region.Members.Where(outside.Contains)];
        }
    }
}

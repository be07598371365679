using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>
/// Puts the values that the results need into regions. Element-wise work joins the operation that it follows (bias and activation the matrix
/// product, the terms of a row sum the sum), so that it happens while the elements are in registers or cache; copies of copies are one; what nobody
/// needs is left out.
/// </summary>
internal sealed class Fusion
{
    private readonly List<Region> regions = [];
    private readonly Dictionary<Value, int> home = [];
    private readonly Dictionary<Value, int> uses = [];
    private readonly Dictionary<Value, Value> absorbed = [];
    private readonly Dictionary<Value, Value> carriers;
    private readonly IReadOnlyList<Value> live;
    private readonly HashSet<Value> early;
    private readonly HashSet<Value> results;
    private readonly HashSet<Value> prepared;
    private readonly HashSet<Value> recomputed;

    private Fusion(IReadOnlyList<Value> live, HashSet<Value> early, HashSet<Value> results, bool prepares)
    {
        this.live = live;
        this.early = early;
        this.results = results;
        prepared = prepares ? WeightsOnly.Find(live, results) : [];
        recomputed = Recomputation.Find(live, results);
        recomputed.ExceptWith(prepared);
        carriers = CarriedSums.Find(live, RunTogether);
    }

    /// <param name="graph">The graph.</param>
    /// <param name="results">The results: the regions of the first come first, and compute nothing else.</param>
    /// <param name="bodies">The results of the turns of loops.</param>
    /// <param name="prepares">Whether what follows from the weights alone has regions of its own, before all others.</param>
    public static FusedProgram Run(TensorGraph graph, ProgramResults results, IReadOnlyDictionary<LoopBody, ProgramResults> bodies, bool prepares = false)
    {
        HashSet<Value> early = Needed(results.First.Select(result => result.Value));
        HashSet<Value> needed = Needed(results.All.Select(result => result.Value));
        Fusion fusion = new([.. InOrder(graph.Values).Where(needed.Contains)], early, [.. results.All.Select(result => result.Value.Resolved)], prepares);
        fusion.CountUses();
        fusion.AbsorbTermsOfSums();
        fusion.AbsorbViews();
        fusion.Place(fusion.prepared.Contains, barrier: 0);
        int preparedCount = fusion.regions.Count;
        fusion.Place(value => early.Contains(value) && !fusion.prepared.Contains(value), preparedCount);
        int firstCount = fusion.regions.Count;
        fusion.Place(value => !early.Contains(value) && !fusion.prepared.Contains(value), firstCount);
        fusion.FindStores();
        IEnumerable<LoopBody> loops = fusion.live.Select(value => value.Operation).OfType<Loop>().Select(loop => loop.Body);
        return new FusedProgram(fusion.regions, firstCount, results.All, loops.ToDictionary(body => body, body => Run(body.Graph, bodies[body], bodies, prepares)))
        {
            IsPrepared = prepares,
            PreparedRegionCount = preparedCount,
        };
    }

    /// <summary>What follows from parameters alone comes first: so what needs it can join the operation before it, as an inferring batch norm does a convolution.</summary>
    private static IEnumerable<Value> InOrder(IReadOnlyList<Value> values)
    {
        HashSet<Value> given = [];
        foreach (Value value in values)
        {
            if (value.Operation is Source || value.Operands.Any(given.Contains))
            {
                given.Add(value);
            }
        }

        return values.OrderBy(given.Contains);
    }

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
        foreach (Value operand in live.Where(value => value.Operation is not Reshape).SelectMany(value => value.Operands.Select(operand => operand.Resolved).Distinct()))
        {
            uses[operand] = uses.TryGetValue(operand, out int count) ? count + 1 : 1;
        }
    }

    private bool IsUsedOnce(Value value) => uses[value] == 1 && !results.Contains(value);

    /// <summary>Whether a sum runs over rows of elements, so that it can be carried along while they are computed.</summary>
    public static bool IsColumnSum(Value value) =>
        value.Operation is Sum { Axes: SumAxes.Leading or SumAxes.Middle } && value.Type.Shape.Size == value.Operands[0].Type.Shape.Columns;

    /// <summary>Element-wise values that only one sum needs become its terms, and are never stored.</summary>
    private void AbsorbTermsOfSums()
    {
        foreach (Value sum in live.Where(value => value.Operation is Sum { Axes: SumAxes.Last } || IsColumnSum(value)))
        {
            Absorb(sum, sum.Operands[0].Resolved);
        }

        void Absorb(Value sum, Value term)
        {
            if (term.Operation.ElementWise is not null && IsUsedOnce(term) && SameElements(term.Type, sum.Operands[0].Type) && RunTogether(term, sum))
            {
                absorbed[term] = sum;
                foreach (Value operand in term.Operands)
                {
                    Absorb(sum, operand.Resolved);
                }
            }
        }
    }

    /// <summary>A slice or a transposition that only another copy needs is never stored: the copy reads its elements where they lie.</summary>
    private void AbsorbViews()
    {
        foreach (Value copy in live.Where(value => value.Operation is Slice or Transpose or Pad).Reverse())
        {
            Value view = copy.Operands[0];
            if (view.Operation is Slice or Transpose && IsUsedOnce(view) && RunTogether(view, copy))
            {
                absorbed[view] = absorbed.TryGetValue(copy, out Value? last) ? last : copy;
            }
        }
    }

    /// <summary>Whether two values are computed in the same part of the program.</summary>
    private bool RunTogether(Value one, Value other) => early.Contains(one) == early.Contains(other) && prepared.Contains(one) == prepared.Contains(other);

    private void Place(Func<Value, bool> included, int barrier)
    {
        foreach (Value value in live.Where(value => included(value) && value.Operation is not (Reshape or Source or Parameter or Constant or Sinusoids) && !absorbed.ContainsKey(value) && !carriers.ContainsKey(value) && !recomputed.Contains(value)))
        {
            if (KernelThatGives(value, barrier) is { } kernel)
            {
                regions[kernel].AddCompanion(value);
                home[value] = kernel;
            }
            else if (IsColumnSum(value))
            {
                PlaceColumnSum(value, barrier);
            }
            else if (value.Operation.ElementWise is not null)
            {
                Region region = RegionOf(value, FindRegionToJoin(value, barrier), value.Type);
                Add(region, value);
            }
            else
            {
                Region region = new(value, value.Operation is Sum { Axes: SumAxes.Last } ? value.Operands[0].Type : value.Type);
                home[value] = regions.Count;
                AddTerms(region, value);
                regions.Add(region);
                AddCarried(region, value);
            }
        }
    }

    private void AddCarried(Region region, Value product)
    {
        foreach (Value sum in carriers.Where(carried => carried.Value == product).Select(carried => carried.Key))
        {
            region.AddCompanion(sum);
            home[sum] = home[product];
        }
    }

    /// <summary>The region whose kernel gives a value besides its own result: the places of maxima with the maxima, softmax and log-sum-exp of the same rows from the same exponentials.</summary>
    private int? KernelThatGives(Value value, int barrier)
    {
        if (value.Operation.IsCompanion)
        {
            return home[value.Operands[0]];
        }

        bool Reads(Region region) =>
            region.Anchor!.Operands[0].Resolved == value.Operands[0].Resolved && SameElements(region.Anchor.Operands[0].Type, value.Operands[0].Type);
        int number = value.Operation switch
        {
            PoolIndex index => regions.FindIndex(region => region.Anchor?.Operation is Pool { Kind: PoolKind.Max } pool && pool.Geometry == index.Geometry && Reads(region)),
            Softmax => regions.FindIndex(barrier, region => region.Anchor?.Operation is LogSumExp && Reads(region)),
            LogSumExp => regions.FindIndex(barrier, region => region.Anchor?.Operation is Softmax && Reads(region)),
            _ => -1,
        };
        return number < 0 ? null : number;
    }

    /// <summary>A column sum joins the region that computes its terms, or one that already sweeps over as many elements for another sum.</summary>
    private void PlaceColumnSum(Value value, int barrier)
    {
        Sum sum = (Sum)value.Operation;
        Value[] read = [.. Terms(value).Append(value).SelectMany(Reads).Where(operand => !absorbed.ContainsKey(operand.Resolved))];
        int last = read.Select(operand => operand.Resolved).Select(operand => home.TryGetValue(operand, out int region) ? region : -1).Append(-1).Max();
        bool Takes(int number) =>
            number >= barrier && regions[number].TakesSum(sum, value.Operands[0].Type)
            && read.All(operand => !home.TryGetValue(operand.Resolved, out int other) || other < number || SameElements(operand.Type, regions[number].Iteration));
        int joined = Enumerable.Range(Math.Max(0, last), regions.Count - Math.Max(0, last)).Where(Takes).Append(-1).First();
        Region region = RegionOf(value, joined < 0 ? null : joined, value.Operands[0].Type);
        AddTerms(region, value);
        region.AddSum(value);
    }

    private Region RegionOf(Value value, int? joined, TensorType iteration)
    {
        if (joined is not { } number)
        {
            number = regions.Count;
            regions.Add(new Region(null, iteration));
        }

        home[value] = number;
        return regions[number];
    }

    private IEnumerable<Value> Terms(Value sum) => live.Where(term => absorbed.TryGetValue(term, out Value? owner) && owner == sum);

    private void AddTerms(Region region, Value sum)
    {
        foreach (Value term in Terms(sum))
        {
            Add(region, term);
            home[term] = home[sum];
        }

        AddRecomputed(region, sum);
    }

    private void Add(Region region, Value map)
    {
        AddRecomputed(region, map);
        region.Add(map);
    }

    /// <summary>Adds what a member of a region reads and nobody stores.</summary>
    private void AddRecomputed(Region region, Value member)
    {
        foreach (Value operand in member.Operands.Select(operand => operand.Resolved).Where(operand => recomputed.Contains(operand) && !region.Members.Contains(operand)))
        {
            region.Add(operand);
        }
    }

    /// <summary>What a value reads from other regions, directly or by way of what is computed again.</summary>
    private IEnumerable<Value> Reads(Value value) => value.Operands.SelectMany(operand => recomputed.Contains(operand.Resolved) ? operand.Resolved.Operands : [operand]);

    /// <summary>The region that computes the last of a value's operands, if the value can be computed there element by element; else the newest element-wise region over as many elements.</summary>
    private int? FindRegionToJoin(Value map, int barrier)
    {
        int last = Reads(map).Select(operand => operand.Resolved).Select(operand => home.TryGetValue(operand, out int region) ? region : -1).Append(-1).Max();
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
        return region.Anchor?.Operation is null or MatMul or Convolution { Result: not ConvolutionResult.WeightGradient }
            && SameElements(map.Type, region.Iteration)
            && Reads(map).All(operand => !home.TryGetValue(operand.Resolved, out int other) || other < number || SameElements(operand.Type, region.Iteration));
    }

    /// <summary>Whether two types have the same elements in the same rows and columns.</summary>
    public static bool SameElements(TensorType left, TensorType right) =>
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

using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>
/// A piece of a program that runs as one: an operation that a kernel computes (the anchor), together with element-wise work on its elements
/// while they are at hand; or element-wise work alone, and sums over rows of what it gives.
/// </summary>
internal sealed class Region(Value? anchor, TensorType iteration)
{
    /// <summary>The most column sums that one sweep can carry.</summary>
    public const int MaxSums = 4;

    private readonly List<Value> views = [];
    private readonly List<Value> companions = [];
    private readonly List<Value> maps = [];
    private readonly List<Value> sums = [];

    /// <summary>The operation of a kernel, or null where the region is element-wise work and column sums alone.</summary>
    public Value? Anchor { get; } = anchor;

    /// <summary>The type of what the element-wise work runs over.</summary>
    public TensorType Iteration { get; } = iteration;

    /// <summary>The slices and transpositions that the anchor, a copy itself, reads where their elements lie.</summary>
    public IReadOnlyList<Value> Views => views;

    /// <summary>What the anchor's kernel gives besides.</summary>
    public IReadOnlyList<Value> Companions => companions;

    /// <summary>The element-wise operations in order: after the anchor, or, where the anchor is a sum along rows, before it.</summary>
    public IReadOnlyList<Value> Maps => maps;

    /// <summary>The sums over rows of the region's elements, all along the same axes.</summary>
    public IReadOnlyList<Value> Sums => sums;

    /// <summary>Whether the anchor sums what the element-wise work gives.</summary>
    public bool IsRowSum => Anchor?.Operation is Sum { Axes: SumAxes.Last };

    public IEnumerable<Value> Members => Anchor is null ? [.. maps, .. sums] : IsRowSum ? [.. maps, Anchor] : [.. views, Anchor, .. maps, .. companions];

    /// <summary>The members that are needed outside, and so have a place in memory.</summary>
    public IReadOnlyList<Value> Stores { get; set; } = [];

    /// <summary>The turn that the region repeats, forward or in reverse; null for any other region.</summary>
    public LoopBody? LoopBody => Anchor?.Operation switch
    {
        Loop loop => loop.Body,
        LoopGradient gradient => gradient.Body,
        _ => null,
    };

    /// <summary>What comes from other regions or from outside.</summary>
    public IEnumerable<Value> Reads => Members
        .SelectMany(member => member.Operands).Select(operand => operand.Resolved).Distinct().Where(value => !Members.Contains(value));

    /// <summary>The layer that the region belongs to.</summary>
    public string Layer => Members.Last().Layer;

    /// <summary>Whether it belongs to the forward pass, which ends with the loss.</summary>
    public bool IsForward(Value loss) => Stores.Min(member => member.Id) <= loss.Id;

    /// <summary>Adds element-wise work, or a view.</summary>
    public void Add(Value member) => (member.Operation.ElementWise is null ? views : maps).Add(member);

    public void AddCompanion(Value companion) => companions.Add(companion);

    /// <summary>Whether a sum of a value over these elements can run along with the region's other sums.</summary>
    public bool TakesSum(Sum sum, TensorType operand) =>
        Anchor is null && sums.Count < MaxSums && Fusion.SameElements(operand, Iteration)
        && (sums.Count == 0 || (sums[0].Operation is Sum other && other.Axes == sum.Axes));

    public void AddSum(Value sum) => sums.Add(sum);
}

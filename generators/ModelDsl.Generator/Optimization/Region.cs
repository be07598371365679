using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>
/// A piece of a program that runs as one: an operation that a kernel computes (the anchor), together with element-wise work on its elements
/// while they are at hand; or element-wise work alone.
/// </summary>
internal sealed class Region(Value? anchor, TensorType iteration)
{
    private readonly List<Value> maps = [];

    /// <summary>The operation of a kernel, or null where the region is element-wise alone.</summary>
    public Value? Anchor { get; } = anchor;

    /// <summary>The type of what the element-wise work runs over.</summary>
    public TensorType Iteration { get; } = iteration;

    /// <summary>The element-wise operations in order: after the anchor, or, where the anchor is a sum along rows, before it.</summary>
    public IReadOnlyList<Value> Maps => maps;

    /// <summary>Whether the anchor sums what the element-wise work gives.</summary>
    public bool IsRowSum => Anchor?.Operation is Sum { Axes: SumAxes.Last };

    public IEnumerable<Value> Members => Anchor is null ? maps : IsRowSum ? [.. maps, Anchor] : [Anchor, .. maps];

    /// <summary>The members that are needed outside, and so have a place in memory.</summary>
    public IReadOnlyList<Value> Stores { get; set; } = [];

    /// <summary>What comes from other regions or from outside.</summary>
    public IEnumerable<Value> Reads => Members
        .SelectMany(member => member.Operands).Select(Fusion.Resolve).Distinct().Where(value => !Members.Contains(value));

    /// <summary>The layer that the region belongs to.</summary>
    public string Layer => Members.Last().Layer;

    public void Add(Value map) => maps.Add(map);
}

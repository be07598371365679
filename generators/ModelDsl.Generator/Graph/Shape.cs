namespace ModelDsl.Generator.Graph;

/// <summary>The sizes of a tensor's axes, the batch left out. Rank 0 is a scalar (of each example, or of the whole).</summary>
internal sealed class Shape : IEquatable<Shape>
{
    private readonly int[] sizes;

    public Shape(params int[] sizes)
    {
        this.sizes = sizes;
        Size = sizes.Aggregate(1L, (product, size) => size > 0 && product > long.MaxValue / size ? long.MaxValue : product * size);
    }

    public static Shape Scalar { get; } = new();

    public int Rank => sizes.Length;

    /// <summary>The number of elements, in 64 bits so that a product too large can be told from a small one; it stops at the largest.</summary>
    public long Size { get; }

    /// <summary>The size of the last axis, 1 for a scalar: the columns of the tensor seen as a matrix.</summary>
    public int Columns => sizes.Length == 0 ? 1 : sizes[sizes.Length - 1];

    /// <summary>All axes but the last.</summary>
    public Shape Leading => new(sizes.Take(sizes.Length - 1).ToArray());

    public int this[int axis] => sizes[axis];

    /// <summary>(1, 1, c) of (h, w, c): what has the size of the last axis and broadcasts over the others.</summary>
    public Shape Channels => new([.. Enumerable.Repeat(1, Rank - 1), Columns]);

    /// <summary>The elements between neighbours along an axis.</summary>
    public int Stride(int axis) => Enumerable.Range(axis + 1, Rank - axis - 1).Aggregate(1, (product, later) => product * sizes[later]);

    /// <summary>This shape with another last axis.</summary>
    public Shape WithColumns(int columns) => new([.. sizes.Take(sizes.Length - 1), columns]);

    /// <summary>This shape with another size along an axis.</summary>
    public Shape With(int axis, int size) => new([.. sizes.Select((old, i) => i == axis ? size : old)]);

    public int[] ToArray() => (int[])sizes.Clone();

    public bool StartsWith(Shape prefix) => prefix.Rank <= Rank && prefix.sizes.SequenceEqual(sizes.Take(prefix.Rank));

    public bool EndsWith(Shape suffix) => suffix.Rank <= Rank && suffix.sizes.SequenceEqual(sizes.Skip(Rank - suffix.Rank));

    public bool Equals(Shape? other) => other is not null && sizes.SequenceEqual(other.sizes);

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode() => sizes.Aggregate(Rank, (hash, size) => unchecked((hash * 31) + size));

    /// <summary>As people write shapes: (28, 28, 1).</summary>
    public override string ToString() => $"({string.Join(", ", sizes)})";
}

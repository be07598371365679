namespace ModelDsl.Generator.Graph;

/// <summary>What a tensor's elements are.</summary>
internal enum ElementKind
{
    /// <summary>Numbers of the model's precision.</summary>
    Real,

    /// <summary>Class indices.</summary>
    Index,

    /// <summary>Places of a small window, a byte each.</summary>
    Byte,

    /// <summary>Places of a large window, two bytes each.</summary>
    Short,
}

/// <summary>The type of a value: its shape, and whether it has one such tensor for each example of the batch.</summary>
internal sealed record TensorType(Shape Shape, bool IsBatched, ElementKind Kind = ElementKind.Real)
{
    public static TensorType Scalar { get; } = new(Shape.Scalar, IsBatched: false);

    /// <summary>The number of elements: of one example where there is a batch.</summary>
    public long Size => Shape.Size;

    public static TensorType Batched(Shape shape) => new(shape, IsBatched: true);

    public static TensorType Fixed(Shape shape) => new(shape, IsBatched: false);

    /// <summary>Whether a tensor of this type can stand for one of the other: repeated along leading axes, along trailing axes, or as a scalar.</summary>
    public bool BroadcastsTo(TensorType other) =>
        (IsBatched, other.IsBatched) switch
        {
            (true, false) => false,
            (true, true) => other.Shape.StartsWith(Shape) || IsChannelOf(other),
            _ => Size == 1 || other.Shape.EndsWith(Shape),
        };

    /// <summary>Whether this has a number for each channel of an example, (1, 1, c), where the other has (h, w, c).</summary>
    public bool IsChannelOf(TensorType other) =>
        IsBatched && other.IsBatched && Shape.Rank == other.Shape.Rank && Shape.Rank > 1 && Shape.Size == Shape.Columns && Shape.Columns == other.Shape.Columns;

    /// <summary>How many elements of an arena one example of this type takes, where an arena's element has so many bytes.</summary>
    public int ArenaElements(int elementBytes) => Kind switch
    {
        ElementKind.Byte => (int)((Size + elementBytes - 1) / elementBytes),
        ElementKind.Short => (int)(((2 * Size) + elementBytes - 1) / elementBytes),
        _ => (int)Size,
    };

    /// <summary>[n, 28, 28, 1] with a batch, [28, 28, 1] without.</summary>
    public override string ToString() =>
        $"{(Kind == ElementKind.Real ? string.Empty : Kind.ToString().ToLowerInvariant())}[{string.Join(", ", (IsBatched ? new[] { "n" } : []).Concat(Shape.ToArray().Select(size => $"{size}")))}]";
}

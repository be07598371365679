namespace ModelDsl.Kernels;

/// <summary>One axis of a copy.</summary>
internal readonly record struct CopyAxis(nint Size, nint Source, nint Destination);

/// <summary>How the innermost two axes of a copy are run through.</summary>
internal enum CopyKind
{
    /// <summary>The inner axis is contiguous on both sides.</summary>
    Rows,

    /// <summary>The inner axis is contiguous in the destination, the middle one in the source.</summary>
    Transposed,

    /// <summary>Element by element.</summary>
    Strided,
}

/// <summary>
/// A copy with its axes in the order of the destination and as few as possible: axes that lie alike on both sides are one. The innermost two make a
/// matrix, which is cut into blocks; a part does one or several of them.
/// </summary>
internal readonly struct CopyPlan
{
    /// <summary>What an element costs: it is read and written.</summary>
    internal const int Cost = 2;

    internal readonly CopyKind Kind;
    internal readonly CopyAxis Middle;
    internal readonly CopyAxis Inner;

    private readonly CopyAxis outer0;
    private readonly CopyAxis outer1;
    private readonly CopyAxis outer2;
    private readonly nint height;
    private readonly nint width;
    private readonly nint blocksInPart;

    private CopyPlan(ReadOnlySpan<CopyAxis> axes)
    {
        (outer0, outer1, outer2, Middle, Inner) = (axes[0], axes[1], axes[2], axes[3], axes[4]);
        Kind = Inner is { Source: 1, Destination: 1 } ? CopyKind.Rows
            : Inner.Destination == 1 && Middle.Source == 1 ? CopyKind.Transposed
            : CopyKind.Strided;
        nint elements = Partition.Elements(Cost);
        width = nint.Max(1, nint.Min(Inner.Size, elements));
        height = nint.Max(1, nint.Min(Middle.Size, elements / width));
        blocksInPart = nint.Max(1, elements / (width * height));
    }

    internal nint Elements => Outer * Middle.Size * Inner.Size;

    internal nint Blocks => Outer * Partition.Count(Middle.Size, height) * Partition.Count(Inner.Size, width);

    internal nint Parts => Partition.Count(Blocks, blocksInPart);

    private nint Outer => outer0.Size * outer1.Size * outer2.Size;

    internal static CopyPlan Create(nint batch, nint sourceStride, nint destinationStride, in CopyShape shape)
    {
        Span<CopyAxis> axes =
        [
            new(batch, sourceStride, destinationStride),
            new(shape.Size0, shape.Source0, shape.Destination0),
            new(shape.Size1, shape.Source1, shape.Destination1),
            new(shape.Size2, shape.Source2, shape.Destination2),
            new(shape.Size3, shape.Source3, shape.Destination3),
        ];
        SortByDestination(axes);
        Span<CopyAxis> merged = axes[Merge(axes)..];
        BringNextToInner(merged);
        return new CopyPlan(axes);
    }

    /// <summary>The blocks of a part.</summary>
    internal (nint From, nint To) BlocksOf(nint part) => (part * blocksInPart, nint.Min(Blocks, (part + 1) * blocksInPart));

    /// <summary>Where a block begins on both sides, and its size.</summary>
    internal (nint Source, nint Destination, nint Rows, nint Columns) Block(nint number)
    {
        (nint rest, nint column) = Math.DivRem(number, Partition.Count(Inner.Size, width));
        (rest, nint row) = Math.DivRem(rest, Partition.Count(Middle.Size, height));
        (rest, nint k) = Math.DivRem(rest, outer2.Size);
        (nint i, nint j) = Math.DivRem(rest, outer1.Size);
        row *= height;
        column *= width;
        return (
            (i * outer0.Source) + (j * outer1.Source) + (k * outer2.Source) + (row * Middle.Source) + (column * Inner.Source),
            (i * outer0.Destination) + (j * outer1.Destination) + (k * outer2.Destination) + (row * Middle.Destination) + (column * Inner.Destination),
            nint.Min(height, Middle.Size - row),
            nint.Min(width, Inner.Size - column));
    }

    /// <summary>The largest distance first; axes with equal distances stay in order.</summary>
    private static void SortByDestination(Span<CopyAxis> axes)
    {
        for (int i = 1; i < axes.Length; i++)
        {
            for (int j = i; j > 0 && nint.Abs(axes[j - 1].Destination) < nint.Abs(axes[j].Destination); j--)
            {
                (axes[j - 1], axes[j]) = (axes[j], axes[j - 1]);
            }
        }
    }

    /// <summary>Joins axes that are one on both sides and drops those of size 1. What remains is moved to the end; returns where it starts.</summary>
    private static int Merge(Span<CopyAxis> axes)
    {
        int start = axes.Length;
        for (int i = axes.Length - 1; i >= 0; i--)
        {
            CopyAxis axis = axes[i];
            if (start < axes.Length && axis.Source == axes[start].Size * axes[start].Source && axis.Destination == axes[start].Size * axes[start].Destination)
            {
                axes[start] = axes[start] with { Size = axis.Size * axes[start].Size };
            }
            else if (axis.Size != 1)
            {
                axes[--start] = axis;
            }
        }

        axes[..start].Fill(new CopyAxis(1, 0, 0));
        return start;
    }

    /// <summary>Where the inner axis is not contiguous in the source, the axis that is comes next to it.</summary>
    private static void BringNextToInner(Span<CopyAxis> axes)
    {
        for (int i = 0; axes.Length > 1 && axes[^1].Source != 1 && i < axes.Length - 2; i++)
        {
            if (axes[i].Source == 1)
            {
                (axes[i], axes[^2]) = (axes[^2], axes[i]);
                return;
            }
        }
    }
}

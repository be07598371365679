namespace ModelDsl.Kernels;

/// <summary>A part of the sums of columns: these groups, of each these rows (counted within the group) and these columns.</summary>
internal readonly record struct ColumnBlock(nint GroupFrom, nint GroupTo, nint RowFrom, nint RowTo, nint ColumnFrom, nint ColumnTo);

/// <summary>
/// How the sums of columns are cut, from their sizes alone: small groups several to a part; large ones into blocks of rows, whose sums are
/// added afterwards, and into strips of columns where blocks of rows are too few to share. A block is a power of two of chunks, so that its
/// sum is a node of the tree over all chunks and the cut never shows in the results.
/// </summary>
internal readonly struct ColumnBlocks
{
    /// <summary>The number of rows that are summed in order.</summary>
    internal const int Chunk = 64;

    /// <summary>The blocks that rows are cut into where they are several, and the least parts before columns are cut, so that threads share them about equally.</summary>
    private const int Several = 8;

    internal readonly nint Groups;
    internal readonly nint Rows;
    internal readonly nint Columns;
    internal readonly int Sums;

    /// <summary>The number of rows of a block.</summary>
    internal readonly nint Span;

    /// <summary>The number of blocks of rows in a group.</summary>
    internal readonly nint InGroup;

    private readonly nint groupsInPart;
    private readonly nint width;

    internal ColumnBlocks(nint groups, nint rows, nint columns, int sums, int cost)
    {
        (Groups, Rows, Columns, Sums) = (groups, rows, columns, sums);
        nint elements = Partition.Elements(cost);
        groupsInPart = nint.Max(1, elements / nint.Max(1, rows * columns));
        Span = Chunk;
        nint longest = rows * columns > elements ? rows / Several : rows;
        while (Span < rows && 2 * Span * columns <= elements && Span <= longest)
        {
            Span *= 2;
        }

        InGroup = nint.Max(1, Partition.Count(rows, Span));

        // A strip's rows lie apart, so there are no more strips than make several parts.
        nint strips = Partition.Count(Several, nint.Max(1, groups * InGroup));
        width = nint.Max(Partition.Aligned(elements / nint.Min(Span, nint.Max(1, rows))), Partition.AlignedUp(Partition.Count(columns, strips)));
    }

    internal nint Parts => Partition.Count(Groups, groupsInPart) * InGroup * Partition.Count(Columns, width);

    internal ColumnBlock this[nint part]
    {
        get
        {
            (nint rest, nint strip) = Math.DivRem(part, Partition.Count(Columns, width));
            (nint groups, nint block) = Math.DivRem(rest, InGroup);
            return new ColumnBlock(
                groups * groupsInPart,
                nint.Min(Groups, (groups + 1) * groupsInPart),
                block * Span,
                nint.Min(Rows, (block + 1) * Span),
                strip * width,
                nint.Min(Columns, (strip + 1) * width));
        }
    }
}

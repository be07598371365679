namespace ModelDsl.Kernels;

/// <summary>A key head of an example, whose query heads are one thread's work: what is packed for one of them serves all, and the gradient of a key has one writer.</summary>
internal readonly record struct AttentionPart(nint Example, nint KeyHead);

/// <summary>A query head of an example.</summary>
/// <param name="Example">The example.</param>
/// <param name="Index">The head.</param>
/// <param name="Slope">What a step of distance takes off its scores.</param>
internal readonly record struct AttentionHead(nint Example, nint Index, double Slope);

/// <summary>A block of a head's rows, few enough that their scores stay in the second level of the cache.</summary>
/// <param name="Row">The first query.</param>
/// <param name="Rows">The number of queries.</param>
/// <param name="Keys">The keys that count.</param>
/// <param name="IsCausal">Whether a query sees no key after itself.</param>
internal readonly record struct AttentionBlock(nint Row, nint Rows, nint Keys, bool IsCausal)
{
    /// <summary>The most rows of a block.</summary>
    internal const int MaxRows = 48;

    /// <summary>One after the last key that any row of the block sees.</summary>
    internal nint End => KeyEnd(Rows - 1);

    /// <summary>The number of blocks of <paramref name="rows"/> rows.</summary>
    internal static nint Count(nint rows) => Partition.Count(rows, MaxRows);

    /// <summary>Block <paramref name="index"/> of <paramref name="rows"/> rows, which are cut as evenly as can be.</summary>
    internal static AttentionBlock Of(nint index, nint rows, nint keys, bool isCausal)
    {
        nint blocks = Count(rows), row = index * rows / blocks;
        return new AttentionBlock(row, ((index + 1) * rows / blocks) - row, keys, isCausal);
    }

    /// <summary>One after the last key that row <paramref name="row"/> of the block sees.</summary>
    internal nint KeyEnd(nint row) => IsCausal ? nint.Min(Keys, Row + row + 1) : Keys;
}

namespace ModelDsl.Kernels;

/// <summary>A key head of an example, whose query heads are one thread's work: the gradient of a key has one writer.</summary>
internal readonly record struct AttentionPart(nint Example, nint KeyHead);

/// <summary>A query head of an example.</summary>
/// <param name="Example">The example.</param>
/// <param name="Index">The head.</param>
/// <param name="Slope">What a step of distance takes off its scores.</param>
internal readonly record struct AttentionHead(nint Example, nint Index, double Slope);

/// <summary>A vector of a block's rows, one in each lane.</summary>
/// <param name="Query">The query of the first lane.</param>
/// <param name="Common">One after the last key that all lanes see.</param>
/// <param name="End">One after the last key that any lane sees.</param>
internal readonly record struct AttentionVector(nint Query, nint Common, nint End);

/// <summary>A block of a head's rows, few enough that their scores stay in the cache.</summary>
/// <param name="Row">The first query.</param>
/// <param name="Rows">The number of queries.</param>
/// <param name="Keys">The keys that count.</param>
/// <param name="IsCausal">Whether a query sees no key after itself.</param>
internal readonly record struct AttentionBlock(nint Row, nint Rows, nint Keys, bool IsCausal)
{
    /// <summary>The most rows of a block of results: their scores with 256 keys stay in the first level of the cache.</summary>
    internal const int ForwardRows = 32;

    /// <summary>The most rows of a block of gradients: those of keys and values are added to once for each.</summary>
    internal const int GradientRows = 64;

    /// <summary>Blocks are cut at multiples of this many rows, so that all vectors but the last are full, and as evenly as can be.</summary>
    private const int Unit = 16;

    /// <summary>One after the last key that any row of the block sees.</summary>
    internal nint End => KeyEnd(Rows);

    /// <summary>The number of blocks of at most <paramref name="most"/> of <paramref name="rows"/> rows.</summary>
    internal static nint Count(nint rows, int most) => Partition.Count(rows, most);

    /// <summary>Block <paramref name="index"/> of <paramref name="blocks"/>.</summary>
    internal static AttentionBlock Of(nint index, nint blocks, nint rows, nint keys, bool isCausal)
    {
        nint units = Partition.Count(rows, Unit), row = index * units / blocks * Unit;
        return new AttentionBlock(row, nint.Min(rows, (index + 1) * units / blocks * Unit) - row, keys, isCausal);
    }

    /// <summary>One after the last key that any of the first <paramref name="rows"/> rows of the block sees.</summary>
    internal nint KeyEnd(nint rows) => IsCausal ? nint.Min(Keys, Row + nint.Min(rows, Rows)) : Keys;

    /// <summary>The rows from <paramref name="row"/> of the block on in a vector of <paramref name="lanes"/>.</summary>
    internal AttentionVector Vector(nint row, nint lanes) => new(Row + row, KeyEnd(row + 1), KeyEnd(row + lanes));
}

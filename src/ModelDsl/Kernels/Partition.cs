namespace ModelDsl.Kernels;

/// <summary>
/// How loops are cut into parts for several threads: by sizes alone, and where there are several, into equal parts of which two and four threads get as many.
/// So a thread's share is the same rows in loops of different cost, and it finds near what it has written.
/// </summary>
internal static class Partition
{
    /// <summary>What one part should take, in floating-point operations: enough to outweigh handing it over.</summary>
    private const int Operations = 1 << 16;

    /// <summary>A register tile does this many multiply-adds in the time that other loops take for an operation.</summary>
    private const int TileSpeed = 4;

    /// <summary>A product of a row, or of so few that its right operand is read once, does so many in that time.</summary>
    private const int RowSpeed = 2;

    /// <summary>The threads that share parts equally.</summary>
    private const int Equal = 4;

    /// <summary>A part starts at a multiple of this, so that no two threads write to the same line of the cache.</summary>
    private const int Alignment = 64;

    /// <summary>The number of elements of a part where one takes <paramref name="cost"/> operations.</summary>
    internal static nint Elements(int cost) => Aligned(Operations / Math.Max(1, cost));

    /// <summary>The number of elements of a part of <paramref name="total"/> where one takes <paramref name="cost"/> operations.</summary>
    internal static nint Elements(nint total, int cost) => AlignedUp(Share(total, Parts(total, cost)));

    /// <summary>The number of rows of a part of <paramref name="rows"/> where one of their elements takes <paramref name="cost"/> operations.</summary>
    internal static nint Rows(nint rows, nint columns, int cost) => nint.Max(1, Share(rows, Parts(rows * columns, cost)));

    /// <summary><paramref name="elements"/>, rounded down to a size that keeps parts on lines of their own.</summary>
    internal static nint Aligned(nint elements) => nint.Max(Alignment, elements / Alignment * Alignment);

    /// <summary><paramref name="elements"/>, rounded up to such a size.</summary>
    internal static nint AlignedUp(nint elements) => Count(elements, Alignment) * Alignment;

    /// <summary>Where part <paramref name="part"/> of <paramref name="parts"/> begins in a stretch of a vector: on a line of the cache, unless it is the first.</summary>
    internal static nint Boundary(nint start, nint end, nint part, nint parts) =>
        part == 0 ? start : part == parts ? end : nint.Max(start, (start + ((end - start) * part / parts)) / Alignment * Alignment);

    /// <summary>The number of parts of <paramref name="size"/> in <paramref name="total"/>.</summary>
    /// <remarks>Mostly it is one, and the smallest loops would feel the division.</remarks>
    internal static nint Count(nint total, nint size) => total > 0 && total <= size ? 1 : (total + size - 1) / nint.Max(1, size);

    /// <summary>So many parts, or the next fewer that two and, where there are four, four threads share equally.</summary>
    internal static nint Equally(nint parts) => parts >= Equal ? parts / Equal * Equal : parts - (parts / 3);

    /// <summary>The number of parts of so many elements.</summary>
    private static nint Parts(nint elements, int cost)
    {
        nint size = Elements(cost);
        return elements <= size ? 1 : Count(Count(elements, size), Equal) * Equal;
    }

    /// <summary>What each of <paramref name="parts"/> has of <paramref name="total"/> at most.</summary>
    private static nint Share(nint total, nint parts) => parts == 1 ? total : Count(total, parts);

    /// <summary>Runs all parts of a product, on several threads if so many multiply-adds in register tiles are worth it.</summary>
    internal static void RunTiles<TJob>(in TJob job, nint multiplyAdds, nint parts)
        where TJob : struct, IJob => Run(in job, (nint)OfTiles(multiplyAdds), 1, parts);

    /// <summary>The operations that take as long as so many multiply-adds in register tiles.</summary>
    internal static long OfTiles(long multiplyAdds) => multiplyAdds / TileSpeed;

    /// <summary>The operations that take as long as so many multiply-adds in a product of a row or a few.</summary>
    internal static long OfRow(long multiplyAdds) => multiplyAdds / RowSpeed;

    /// <summary>Runs all parts, on several threads if the whole is worth it.</summary>
    internal static void Run<TJob>(in TJob job, nint elements, int cost, nint parts)
        where TJob : struct, IJob
    {
        if (parts > 1 && Workers.Worth(elements * cost))
        {
            Workers.Run(in job, checked((int)parts), elements * cost);
            return;
        }

        for (int part = 0; part < parts; part++)
        {
            job.Run(part);
        }
    }
}

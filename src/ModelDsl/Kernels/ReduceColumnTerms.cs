using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>How the rows of a group are cut into chunks, by sizes alone: each chunk leaves partial sums, which are added as a tree.</summary>
internal readonly struct ColumnTermsLayout(nint rows, nint columns)
{
    /// <summary>About how many elements a chunk has.</summary>
    private const int ChunkElements = 1 << 13;

    private const int MostSums = 4;
    private const int Alignment = 16;

    internal nint Rows { get; } = rows;

    internal nint Columns { get; } = columns;

    /// <summary>The rows of a chunk.</summary>
    internal nint Height => nint.Clamp(ChunkElements / nint.Max(1, Columns), 16, 1024);

    /// <summary>The chunks of a group.</summary>
    internal nint Chunks => nint.Max(1, Partition.Count(Rows, Height));

    /// <summary>The elements between a partial sum and the next of the same chunk, whole lines of the cache.</summary>
    internal nint Width => (Columns + Alignment - 1) / Alignment * Alignment;

    /// <summary>The elements between the partial sums of one chunk and those of the next.</summary>
    internal nint Stride => MostSums * Width;
}

/// <summary>The partial sums of each chunk.</summary>
internal readonly unsafe struct ColumnTermsJob<T, TTerms>(TTerms terms, ColumnTermsLayout layout, T* partials) : IJob
    where T : unmanaged
    where TTerms : struct, IColumnTerms<T>
{
    public void Run(int part)
    {
        (nint group, nint chunk) = Math.DivRem(part, layout.Chunks);
        nint start = group * layout.Rows, from = start + (chunk * layout.Height);
        Simd.Run<T, ColumnTermsChunk<T, TTerms>>(new ColumnTermsChunk<T, TTerms>(
            terms, from, nint.Min(start + layout.Rows, from + layout.Height), layout.Columns, partials + (part * layout.Stride), layout.Width));
    }
}

/// <summary>The sums over the rows from <paramref name="from"/> up to <paramref name="to"/>, which stay in registers for a vector of columns.</summary>
internal readonly unsafe struct ColumnTermsChunk<T, TTerms>(TTerms terms, nint from, nint to, nint columns, T* partials, nint width) : ISimdWork<T>
    where T : unmanaged
    where TTerms : struct, IColumnTerms<T>
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        TTerms own = terms;
        nint column = 0;
        for (; column <= columns - V.Count; column += V.Count)
        {
            Strip<V>(ref own, column, V.Count);
        }

        if (column < columns)
        {
            Strip<V>(ref own, column, (int)(columns - column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Strip<V>(ref TTerms own, nint column, int count)
        where V : struct, ISimd<V, T>
    {
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        nint index = (from * columns) + column;
        for (nint row = from; row < to; row++, index += columns)
        {
            own.Add(row, column, index, count, ref a, ref b, ref c, ref d);
        }

        Address<T> place = new(partials + column);
        V.Store(a, place, count);
        V.Store(b, place + width, count);
        V.Store(c, place + (2 * width), count);
        V.Store(d, place + (3 * width), count);
    }
}

/// <summary>Adds the partial sums of each group's chunks pairwise, neighbours first, and leaves the totals in their places.</summary>
internal readonly unsafe struct ColumnTermsTotal<T>(
    ColumnTermsLayout layout, T* partials, nint groups, int sums, Address<T> sum0, Address<T> sum1, Address<T> sum2, Address<T> sum3) : ISimdWork<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint group = 0; group < groups; group++)
        {
            Address<T> first = new(partials + (group * layout.Chunks * layout.Stride));
            for (nint step = 1; step < layout.Chunks; step *= 2)
            {
                for (nint chunk = 0; chunk + step < layout.Chunks; chunk += 2 * step)
                {
                    Add<V>(first + (chunk * layout.Stride), first + ((chunk + step) * layout.Stride), sums * layout.Width);
                }
            }

            Copy<V>(first, sum0, group, 0);
            Copy<V>(first, sum1, group, 1);
            Copy<V>(first, sum2, group, 2);
            Copy<V>(first, sum3, group, 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<V>(Address<T> into, Address<T> other, nint count)
        where V : struct, ISimd<V, T>
    {
        for (nint i = 0; i < count; i += V.Count)
        {
            V.Store(V.Load(into + i) + V.Load(other + i), into + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Copy<V>(Address<T> totals, Address<T> destination, nint group, int number)
        where V : struct, ISimd<V, T>
    {
        for (nint column = 0; number < sums && column < layout.Columns; column += V.Count)
        {
            int count = (int)nint.Min(V.Count, layout.Columns - column);
            V.Store(V.Load(totals + ((number * layout.Width) + column), count), destination + ((group * layout.Columns) + column), count);
        }
    }
}

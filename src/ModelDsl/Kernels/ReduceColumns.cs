using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The sums of columns, one block of rows or several whole groups in a part.</summary>
internal readonly struct ColumnSumsJob<T, TTerms>(TTerms terms, ColumnBlocks blocks, ColumnSums<T> destination) : IJob
    where T : unmanaged
    where TTerms : struct, IColumnTerms<T>
{
    public void Run(int part)
    {
        ColumnBlock block = blocks[part];
        for (nint group = block.GroupFrom; group < block.GroupTo; group++)
        {
            Simd.RunRows<T, ColumnSumsBlock<T, TTerms>>(new ColumnSumsBlock<T, TTerms>(terms, blocks, block, destination, group), blocks.Columns);
        }
    }
}

/// <summary>The sums of the columns of one block of rows: those of each chunk, in order, and then of the chunks by a tree.</summary>
internal readonly unsafe struct ColumnSumsBlock<T, TTerms>(TTerms terms, ColumnBlocks blocks, ColumnBlock block, ColumnSums<T> destination, nint group) : ISimdWork<T>
    where T : unmanaged
    where TTerms : struct, IColumnTerms<T>
{
    /// <summary>
    /// Up to so many vectors in a row, their sums stay in registers through a chunk. Wider rows are read one after the other, as they lie: two sums over 1,024 rows of 384 numbers
    /// that were not in the cache took 0.6 of the time that eight rows at a time took, and as long where they were.
    /// </summary>
    private const int FewVectors = 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        nint first = group * blocks.Rows, width = block.ColumnTo - block.ColumnFrom, padded = Partition.Count(width, V.Count) * V.Count;
        nint chunks = nint.Max(1, Partition.Count(block.RowTo - block.RowFrom, ColumnBlocks.Chunk)), apart = chunks * padded;
        T* sums = Scratch.Rent<T>(Scratch.ChunkSums, apart * TTerms.Sums);
        new Span<T>(sums, checked((int)(apart * TTerms.Sums))).Clear();
        for (nint chunk = 0; chunk < chunks; chunk++)
        {
            nint row = block.RowFrom + (chunk * ColumnBlocks.Chunk), end = first + nint.Min(block.RowTo, row + ColumnBlocks.Chunk);
            if (width <= FewVectors * V.Count)
            {
                Down<V>(first + row, end, sums + (chunk * padded), apart);
            }
            else
            {
                Across<V>(first + row, end, sums + (chunk * padded), apart);
            }
        }

        for (int sum = 0; sum < TTerms.Sums; sum++)
        {
            Address<T> place = destination.Place(blocks, sum, group, block.RowFrom / blocks.Span) + block.ColumnFrom;
            new ColumnTotals<T>(new Address<T>(sums + (sum * apart)), place, chunks, padded, width).Run<V>();
        }
    }

    /// <summary>Row after row, with the sums in memory.</summary>
    [MethodImpl(Simd.Loop)]
    [SkipLocalsInit]
    private void Across<V>(nint row, nint end, T* sums, nint apart)
        where V : struct, ISimd<V, T>
    {
        TTerms own = terms;
        nint columns = blocks.Columns, to = block.ColumnTo;
        for (; row < end; row++)
        {
            nint start = row * columns, column = block.ColumnFrom;
            T* place = sums;
            for (; column <= to - V.Count; column += V.Count, place += V.Count)
            {
                Load(place, apart, out V a, out V b, out V c, out V d);
                own.Add(row, column, start + column, V.Count, ref a, ref b, ref c, ref d);
                Store(place, apart, a, b, c, d);
            }

            if (column < to)
            {
                Load(place, apart, out V a, out V b, out V c, out V d);
                own.Add(row, column, start + column, (int)(to - column), ref a, ref b, ref c, ref d);
                Store(place, apart, a, b, c, d);
            }
        }
    }

    /// <summary>Column after column, with the sums in registers.</summary>
    private void Down<V>(nint row, nint end, T* sums, nint apart)
        where V : struct, ISimd<V, T>
    {
        nint column = block.ColumnFrom;
        for (; column <= block.ColumnTo - (2 * V.Count); column += 2 * V.Count, sums += 2 * V.Count)
        {
            Pair<V>(row, end, column, sums, apart);
        }

        for (; column < block.ColumnTo; column += V.Count, sums += V.Count)
        {
            Single<V>(row, end, column, (int)nint.Min(V.Count, block.ColumnTo - column), sums, apart);
        }
    }

    /// <summary>Two vectors side by side, so that an addition need not wait for the one before.</summary>
    [MethodImpl(Simd.Loop)]
    [SkipLocalsInit]
    private void Pair<V>(nint row, nint end, nint column, T* sums, nint apart)
        where V : struct, ISimd<V, T>
    {
        TTerms own = terms;
        nint columns = blocks.Columns, index = (row * columns) + column;
        V a0 = V.Zero, a1 = V.Zero, a2 = V.Zero, a3 = V.Zero, b0 = V.Zero, b1 = V.Zero, b2 = V.Zero, b3 = V.Zero;
        for (; row < end; row++, index += columns)
        {
            own.Add(row, column, index, V.Count, ref a0, ref a1, ref a2, ref a3);
            own.Add(row, column + V.Count, index + V.Count, V.Count, ref b0, ref b1, ref b2, ref b3);
        }

        Store(sums, apart, a0, a1, a2, a3);
        Store(sums + V.Count, apart, b0, b1, b2, b3);
    }

    [MethodImpl(Simd.Loop)]
    [SkipLocalsInit]
    private void Single<V>(nint row, nint end, nint column, int count, T* sums, nint apart)
        where V : struct, ISimd<V, T>
    {
        TTerms own = terms;
        nint columns = blocks.Columns, index = (row * columns) + column;
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        for (; count == V.Count && row < end; row++, index += columns)
        {
            own.Add(row, column, index, V.Count, ref a, ref b, ref c, ref d);
        }

        for (; row < end; row++, index += columns)
        {
            own.Add(row, column, index, count, ref a, ref b, ref c, ref d);
        }

        Store(sums, apart, a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<V>(T* place, nint apart, out V a, out V b, out V c, out V d)
        where V : struct, ISimd<V, T>
    {
        a = V.Load(new Address<T>(place));
        b = TTerms.Sums > 1 ? V.Load(new Address<T>(place + apart)) : V.Zero;
        c = TTerms.Sums > 2 ? V.Load(new Address<T>(place + (2 * apart))) : V.Zero;
        d = TTerms.Sums > 3 ? V.Load(new Address<T>(place + (3 * apart))) : V.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V>(T* place, nint apart, V a, V b, V c, V d)
        where V : struct, ISimd<V, T>
    {
        V.Store(a, new Address<T>(place));
        if (TTerms.Sums > 1)
        {
            V.Store(b, new Address<T>(place + apart));
        }

        if (TTerms.Sums > 2)
        {
            V.Store(c, new Address<T>(place + (2 * apart)));
        }

        if (TTerms.Sums > 3)
        {
            V.Store(d, new Address<T>(place + (3 * apart)));
        }
    }
}

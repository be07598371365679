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

/// <summary>The sums of the columns of one block of rows.</summary>
internal readonly struct ColumnSumsBlock<T, TTerms>(TTerms terms, ColumnBlocks blocks, ColumnBlock block, ColumnSums<T> destination, nint group) : ISimdWork<T>
    where T : unmanaged
    where TTerms : struct, IColumnTerms<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        nint column = block.ColumnFrom;
        for (; column <= block.ColumnTo - (2 * V.Count); column += 2 * V.Count)
        {
            Pair<V>(column);
        }

        for (; column < block.ColumnTo; column += V.Count)
        {
            Single<V>(column, (int)nint.Min(V.Count, block.ColumnTo - column));
        }
    }

    /// <summary>Two vectors side by side, so that an addition need not wait for the one before.</summary>
    [MethodImpl(Simd.Loop)]
    [SkipLocalsInit]
    private void Pair<V>(nint column)
        where V : struct, ISimd<V, T>
    {
        TTerms own = terms;
        nint columns = blocks.Columns, row = (group * blocks.Rows) + block.RowFrom, end = (group * blocks.Rows) + block.RowTo;
        nint index = (row * columns) + column;
        Pairwise<V, T>.Clear(out Pairwise<V, T> left);
        Pairwise<V, T>.Clear(out Pairwise<V, T> right);
        do
        {
            V a0 = V.Zero, a1 = V.Zero, a2 = V.Zero, a3 = V.Zero, b0 = V.Zero, b1 = V.Zero, b2 = V.Zero, b3 = V.Zero;
            for (nint stop = nint.Min(end, row + ColumnBlocks.Chunk); row < stop; row++, index += columns)
            {
                own.Add(row, column, index, V.Count, ref a0, ref a1, ref a2, ref a3);
                own.Add(row, column + V.Count, index + V.Count, V.Count, ref b0, ref b1, ref b2, ref b3);
            }

            left.Add(new Quad<V, T> { A = a0, B = a1, C = a2, D = a3 });
            right.Add(new Quad<V, T> { A = b0, B = b1, C = b2, D = b3 });
        }
        while (row < end);

        Store(left.Total(), column, V.Count);
        Store(right.Total(), column + V.Count, V.Count);
    }

    [MethodImpl(Simd.Loop)]
    [SkipLocalsInit]
    private void Single<V>(nint column, int count)
        where V : struct, ISimd<V, T>
    {
        TTerms own = terms;
        nint columns = blocks.Columns, row = (group * blocks.Rows) + block.RowFrom, end = (group * blocks.Rows) + block.RowTo;
        nint index = (row * columns) + column;
        Pairwise<V, T>.Clear(out Pairwise<V, T> sums);
        do
        {
            V a0 = V.Zero, a1 = V.Zero, a2 = V.Zero, a3 = V.Zero;
            nint stop = nint.Min(end, row + ColumnBlocks.Chunk);
            for (; count == V.Count && row < stop; row++, index += columns)
            {
                own.Add(row, column, index, V.Count, ref a0, ref a1, ref a2, ref a3);
            }

            for (; row < stop; row++, index += columns)
            {
                own.Add(row, column, index, count, ref a0, ref a1, ref a2, ref a3);
            }

            sums.Add(new Quad<V, T> { A = a0, B = a1, C = a2, D = a3 });
        }
        while (row < end);

        Store(sums.Total(), column, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store<V>(Quad<V, T> total, nint column, int count)
        where V : struct, ISimd<V, T>
    {
        nint place = block.RowFrom / blocks.Span;
        V.Store(total.A, destination.Place(blocks, 0, group, place) + column, count);
        if (blocks.Sums > 1)
        {
            V.Store(total.B, destination.Place(blocks, 1, group, place) + column, count);
        }

        if (blocks.Sums > 2)
        {
            V.Store(total.C, destination.Place(blocks, 2, group, place) + column, count);
        }

        if (blocks.Sums > 3)
        {
            V.Store(total.D, destination.Place(blocks, 3, group, place) + column, count);
        }
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The sums of columns, cut into strips of <paramref name="width"/> columns.</summary>
internal readonly struct ColumnSumsJob<T>(Address<T> source, nint rows, nint columns, Address<T> destination, nint width) : IJob
    where T : unmanaged
{
    public void Run(int part)
    {
        nint from = part * width;
        Simd.Run<T, ColumnSums<T>>(new ColumnSums<T>(source, rows, columns, destination, from, nint.Min(columns, from + width)));
    }
}

/// <summary>The sums of the columns from <paramref name="from"/> up to <paramref name="to"/>.</summary>
internal readonly struct ColumnSums<T>(Address<T> source, nint rows, nint columns, Address<T> destination, nint from, nint to) : ISimdWork<T>
    where T : unmanaged
{
    /// <summary>The number of rows that are summed in order.</summary>
    private const int Chunk = 64;

    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        nint column = from;
        for (; column <= to - Quad<V, T>.Count; column += Quad<V, T>.Count)
        {
            Strip<V>(column, Quad<V, T>.Count);
        }

        if (column < to)
        {
            Strip<V>(column, (int)(to - column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Strip<V>(nint column, int count)
        where V : struct, ISimd<V, T>
    {
        Quad<V, T> sums = rows <= Chunk ? SumOfRows<V>(0, rows, column, count) : Tree<V>(column, count);
        Address<T> place = destination + column;
        V.Store(sums.A, place, count);
        V.Store(sums.B, place + V.Count, count - V.Count);
        V.Store(sums.C, place + (2 * V.Count), count - (2 * V.Count));
        V.Store(sums.D, place + (3 * V.Count), count - (3 * V.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Quad<V, T> Tree<V>(nint column, int count)
        where V : struct, ISimd<V, T>
    {
        Pairwise<V, T>.Clear(out Pairwise<V, T> tree);
        for (nint row = 0; row < rows; row += Chunk)
        {
            tree.Add(SumOfRows<V>(row, nint.Min(rows, row + Chunk), column, count));
        }

        return tree.Total();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Quad<V, T> SumOfRows<V>(nint rowFrom, nint rowTo, nint column, int count)
        where V : struct, ISimd<V, T>
    {
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        Address<T> place = source + ((rowFrom * columns) + column);
        for (nint row = rowFrom; row < rowTo; row++)
        {
            a += V.Load(place, count);
            b += V.Load(place + V.Count, count - V.Count);
            c += V.Load(place + (2 * V.Count), count - (2 * V.Count));
            d += V.Load(place + (3 * V.Count), count - (3 * V.Count));
            place += columns;
        }

        return new Quad<V, T> { A = a, B = b, C = c, D = d };
    }
}

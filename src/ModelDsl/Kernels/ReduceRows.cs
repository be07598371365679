using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The sums of rows, cut into blocks of <paramref name="height"/> rows.</summary>
internal readonly struct RowSumsJob<T, TTerm>(TTerm term, nint rows, nint columns, Address<T> destination, nint height) : IJob
    where T : unmanaged
    where TTerm : struct, IRowTerm<T>
{
    public void Run(int part)
    {
        nint from = part * height;
        Simd.Run<T, RowSums<T, TTerm>>(new RowSums<T, TTerm>(term, from, nint.Min(rows, from + height), columns, destination));
    }
}

/// <summary>The sums of the rows from <paramref name="from"/> up to <paramref name="to"/>.</summary>
internal readonly struct RowSums<T, TTerm>(TTerm term, nint from, nint to, nint columns, Address<T> destination) : ISimdWork<T>
    where T : unmanaged
    where TTerm : struct, IRowTerm<T>
{
    /// <summary>The number of vectors of a chunk that each of its four sums takes.</summary>
    private const int Chunk = 64;

    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        TTerm terms = term;
        for (nint row = from; row < to; row++)
        {
            Quad<V, T> sum = columns <= Chunk * Quad<V, T>.Count ? SumOfTerms<V>(ref terms, row, 0, columns) : Tree<V>(ref terms, row);
            destination[row] = sum.Total;
        }
    }

    [MethodImpl(Simd.Loop)]
    private Quad<V, T> Tree<V>(ref TTerm terms, nint row)
        where V : struct, ISimd<V, T>
    {
        Pairwise<V, T>.Clear(out Pairwise<V, T> tree);
        nint step = Chunk * Quad<V, T>.Count;
        for (nint column = 0; column < columns; column += step)
        {
            tree.Add(SumOfTerms<V>(ref terms, row, column, nint.Min(columns, column + step)));
        }

        return tree.Total();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Quad<V, T> SumOfTerms<V>(ref TTerm terms, nint row, nint column, nint end)
        where V : struct, ISimd<V, T>
    {
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        nint index = (row * columns) + column;
        for (; column <= end - Quad<V, T>.Count; column += Quad<V, T>.Count, index += Quad<V, T>.Count)
        {
            a += terms.Value<V>(row, column, index, V.Count);
            b += terms.Value<V>(row, column + V.Count, index + V.Count, V.Count);
            c += terms.Value<V>(row, column + (2 * V.Count), index + (2 * V.Count), V.Count);
            d += terms.Value<V>(row, column + (3 * V.Count), index + (3 * V.Count), V.Count);
        }

        for (; column <= end - V.Count; column += V.Count, index += V.Count)
        {
            a += terms.Value<V>(row, column, index, V.Count);
        }

        if (column < end)
        {
            int count = (int)(end - column);
            V inside = V.GreaterThan(V.Constant(count), V.Iota);
            b += V.Select(inside, terms.Value<V>(row, column, index, count), V.Zero);
        }

        return new Quad<V, T> { A = a, B = b, C = c, D = d };
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What <see cref="RowProduct{T, V}"/> and those who plan it agree on.</summary>
internal static class RowProduct
{
    /// <summary>The vectors of a strip of columns whose sums stay in registers: enough of them to wait for memory only.</summary>
    internal const int StripVectors = 16;
}

/// <summary>A product with one row, c = a·b: b is read once, in strips of columns, and neither operand is copied.</summary>
internal static unsafe class RowProduct<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Computes the columns from <paramref name="column"/> up to <paramref name="end"/>.</summary>
    internal static void Multiply(in Product<T> product, nint column, nint end)
    {
        T* a = product.A.Data;
        nint step = product.A.ColumnStep, start = column;

        // Sixteen sums fit the registers of 512-bit vectors only.
        for (; V.Count * sizeof(T) == 64 && column <= end - (RowProduct.StripVectors * V.Count); column += RowProduct.StripVectors * V.Count)
        {
            Strip<Size16>(a, step, product.B.Data + column, product.B.Stride, product.Inner, product.C + column, product.Accumulate);
        }

        for (; column <= end - (8 * V.Count); column += 8 * V.Count)
        {
            Strip<Size8>(a, step, product.B.Data + column, product.B.Stride, product.Inner, product.C + column, product.Accumulate);
        }

        for (; column < end; column += V.Count)
        {
            // Less than a vector at the end is computed as a whole one with columns that are there already, unless these would be added twice: part of a vector costs more.
            nint first = product.Accumulate ? column : Math.Max(start, Math.Min(column, end - V.Count));
            One(a, step, product.B.Data + first, product.B.Stride, product.Inner, product.C + first, (int)Math.Min(V.Count, end - first), product.Accumulate);
        }
    }

    /// <summary>Eight or sixteen vectors of columns.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Strip<TVectors>(T* a, nint step, T* b, nint stride, nint inner, T* c, bool accumulate)
        where TVectors : struct, ISize
    {
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero, c4 = V.Zero, c5 = V.Zero, c6 = V.Zero, c7 = V.Zero;
        V c8 = V.Zero, c9 = V.Zero, c10 = V.Zero, c11 = V.Zero, c12 = V.Zero, c13 = V.Zero, c14 = V.Zero, c15 = V.Zero;
        for (nint p = 0; p < inner; p++, a += step, b += stride)
        {
            V x = V.Splat(*a);
            Address<T> row = new(b);
            c0 = V.FusedMultiplyAdd(x, V.Load(row), c0);
            c1 = V.FusedMultiplyAdd(x, V.Load(row + V.Count), c1);
            c2 = V.FusedMultiplyAdd(x, V.Load(row + (2 * V.Count)), c2);
            c3 = V.FusedMultiplyAdd(x, V.Load(row + (3 * V.Count)), c3);
            c4 = V.FusedMultiplyAdd(x, V.Load(row + (4 * V.Count)), c4);
            c5 = V.FusedMultiplyAdd(x, V.Load(row + (5 * V.Count)), c5);
            c6 = V.FusedMultiplyAdd(x, V.Load(row + (6 * V.Count)), c6);
            c7 = V.FusedMultiplyAdd(x, V.Load(row + (7 * V.Count)), c7);
            if (TVectors.Value > 8)
            {
                c8 = V.FusedMultiplyAdd(x, V.Load(row + (8 * V.Count)), c8);
                c9 = V.FusedMultiplyAdd(x, V.Load(row + (9 * V.Count)), c9);
                c10 = V.FusedMultiplyAdd(x, V.Load(row + (10 * V.Count)), c10);
                c11 = V.FusedMultiplyAdd(x, V.Load(row + (11 * V.Count)), c11);
                c12 = V.FusedMultiplyAdd(x, V.Load(row + (12 * V.Count)), c12);
                c13 = V.FusedMultiplyAdd(x, V.Load(row + (13 * V.Count)), c13);
                c14 = V.FusedMultiplyAdd(x, V.Load(row + (14 * V.Count)), c14);
                c15 = V.FusedMultiplyAdd(x, V.Load(row + (15 * V.Count)), c15);
            }
        }

        Store(c0, c, V.Count, accumulate);
        Store(c1, c + V.Count, V.Count, accumulate);
        Store(c2, c + (2 * V.Count), V.Count, accumulate);
        Store(c3, c + (3 * V.Count), V.Count, accumulate);
        Store(c4, c + (4 * V.Count), V.Count, accumulate);
        Store(c5, c + (5 * V.Count), V.Count, accumulate);
        Store(c6, c + (6 * V.Count), V.Count, accumulate);
        Store(c7, c + (7 * V.Count), V.Count, accumulate);
        if (TVectors.Value > 8)
        {
            Store(c8, c + (8 * V.Count), V.Count, accumulate);
            Store(c9, c + (9 * V.Count), V.Count, accumulate);
            Store(c10, c + (10 * V.Count), V.Count, accumulate);
            Store(c11, c + (11 * V.Count), V.Count, accumulate);
            Store(c12, c + (12 * V.Count), V.Count, accumulate);
            Store(c13, c + (13 * V.Count), V.Count, accumulate);
            Store(c14, c + (14 * V.Count), V.Count, accumulate);
            Store(c15, c + (15 * V.Count), V.Count, accumulate);
        }
    }

    /// <summary>One vector of columns or less. Four sums, each over every fourth row, do not wait for each other.</summary>
    [MethodImpl(Simd.Loop)]
    private static void One(T* a, nint step, T* b, nint stride, nint inner, T* c, int count, bool accumulate)
    {
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero;
        nint p = 0;
        for (; p <= inner - 4; p += 4, a += 4 * step, b += 4 * stride)
        {
            c0 = V.FusedMultiplyAdd(V.Splat(a[0]), V.Load(new Address<T>(b), count), c0);
            c1 = V.FusedMultiplyAdd(V.Splat(a[step]), V.Load(new Address<T>(b + stride), count), c1);
            c2 = V.FusedMultiplyAdd(V.Splat(a[2 * step]), V.Load(new Address<T>(b + (2 * stride)), count), c2);
            c3 = V.FusedMultiplyAdd(V.Splat(a[3 * step]), V.Load(new Address<T>(b + (3 * stride)), count), c3);
        }

        for (; p < inner; p++, a += step, b += stride)
        {
            c0 = V.FusedMultiplyAdd(V.Splat(*a), V.Load(new Address<T>(b), count), c0);
        }

        Store(c0 + c1 + (c2 + c3), c, count, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V sum, T* c, int count, bool accumulate)
    {
        Address<T> place = new(c);
        V.Store(accumulate ? V.Load(place, count) + sum : sum, place, count);
    }
}

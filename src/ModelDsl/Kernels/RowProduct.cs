using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What <see cref="RowProduct{T, V}"/> and those who plan it agree on.</summary>
internal static class RowProduct
{
    /// <summary>The vectors of a strip of columns whose sums stay in registers: enough of them to wait for memory only.</summary>
    internal const int StripVectors = 16;

    /// <summary>The vectors of the shortest strip: parts of a product begin at multiples of so many.</summary>
    internal const int LeastStripVectors = StripVectors / 2;
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
            RowStrip<T, V>.Multiply<Size16>(a, step, product.B.Data + column, product.B.Stride, product.Inner, product.C + column, product.Accumulate);
        }

        for (; column <= end - (RowProduct.LeastStripVectors * V.Count); column += RowProduct.LeastStripVectors * V.Count)
        {
            RowStrip<T, V>.Multiply<Size8>(a, step, product.B.Data + column, product.B.Stride, product.Inner, product.C + column, product.Accumulate);
        }

        for (; column < end; column += V.Count)
        {
            // Less than a vector at the end is computed as a whole one with columns that are there already, unless these would be added twice: part of a vector costs more.
            nint first = product.Accumulate ? column : Math.Max(start, Math.Min(column, end - V.Count));
            One(a, step, product.B.Data + first, product.B.Stride, product.Inner, product.C + first, (int)Math.Min(V.Count, end - first), product.Accumulate);
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

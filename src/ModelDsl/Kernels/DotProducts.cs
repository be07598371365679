using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A product with few rows and a right operand that lies along its columns: each element is a dot product of two runs of memory.</summary>
internal static unsafe class DotProducts<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Computes the columns from <paramref name="column"/> up to <paramref name="end"/>, four at a time for all rows.</summary>
    internal static void Multiply(in Product<T> product, nint column, nint end)
    {
        T* a = product.A.Data;
        nint rowStep = product.A.RowStep;
        if (product.A.ColumnStep != 1)
        {
            a = Scratch.Rent<T>(Scratch.LeftRows, product.Rows * product.Inner);
            rowStep = product.Inner;
            Transposition.Run(product.A.Data, product.A.Stride, a, product.Inner, product.Rows, product.Inner);
        }

        for (; column < end; column += 4)
        {
            nint count = Math.Min(4, end - column);
            T* b = product.B.Data + (column * product.B.Stride), c = product.C + column;
            for (nint row = 0; row < product.Rows; row++)
            {
                if (count == 4)
                {
                    Four(a + (row * rowStep), b, product.B.Stride, product.Inner, c + (row * product.Columns), product.Accumulate);
                    continue;
                }

                for (nint j = 0; j < count; j++)
                {
                    One(a + (row * rowStep), b + (j * product.B.Stride), product.Inner, c + (row * product.Columns) + j, product.Accumulate);
                }
            }
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void Four(T* a, T* b, nint stride, nint inner, T* c, bool accumulate)
    {
        Address<T> left = new(a), b0 = new(b), b1 = b0 + stride, b2 = b1 + stride, b3 = b2 + stride;
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero;
        nint p = 0;
        for (; p <= inner - V.Count; p += V.Count)
        {
            V x = V.Load(left + p);
            c0 = V.FusedMultiplyAdd(x, V.Load(b0 + p), c0);
            c1 = V.FusedMultiplyAdd(x, V.Load(b1 + p), c1);
            c2 = V.FusedMultiplyAdd(x, V.Load(b2 + p), c2);
            c3 = V.FusedMultiplyAdd(x, V.Load(b3 + p), c3);
        }

        if (p < inner)
        {
            int rest = (int)(inner - p);
            V x = V.Load(left + p, rest);
            c0 = V.FusedMultiplyAdd(x, V.Load(b0 + p, rest), c0);
            c1 = V.FusedMultiplyAdd(x, V.Load(b1 + p, rest), c1);
            c2 = V.FusedMultiplyAdd(x, V.Load(b2 + p, rest), c2);
            c3 = V.FusedMultiplyAdd(x, V.Load(b3 + p, rest), c3);
        }

        Store(c0, c, accumulate);
        Store(c1, c + 1, accumulate);
        Store(c2, c + 2, accumulate);
        Store(c3, c + 3, accumulate);
    }

    [MethodImpl(Simd.Loop)]
    private static void One(T* a, T* b, nint inner, T* c, bool accumulate)
    {
        Address<T> left = new(a), right = new(b);
        V sum = V.Zero;
        nint p = 0;
        for (; p <= inner - V.Count; p += V.Count)
        {
            sum = V.FusedMultiplyAdd(V.Load(left + p), V.Load(right + p), sum);
        }

        if (p < inner)
        {
            int rest = (int)(inner - p);
            sum = V.FusedMultiplyAdd(V.Load(left + p, rest), V.Load(right + p, rest), sum);
        }

        Store(sum, c, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V sum, T* c, bool accumulate)
    {
        T value = V.Sum(sum);
        *c = accumulate ? Scalar<T>.Sum(new Scalar<T>(*c) + new Scalar<T>(value)) : value;
    }
}

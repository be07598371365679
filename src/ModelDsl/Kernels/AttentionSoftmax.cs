using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What becomes of a block's scores between the two products of an attention. Each lane is a row of the block, so that nothing is summed up across lanes.</summary>
internal static unsafe class AttentionSoftmax<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>
    /// The scores of each row become e^(score − max), those dropped 0, and so those of keys that the row does not see. The factor that makes them weights is left for
    /// whoever has fewer numbers to multiply.
    /// </summary>
    /// <param name="call">The operands.</param>
    /// <param name="head">The head.</param>
    /// <param name="block">The rows.</param>
    /// <param name="scores">The products of keys and queries; they are overwritten.</param>
    /// <param name="kept">The factors of <see cref="AttentionDropout{T, V}"/>, or <c>null</c>.</param>
    /// <param name="maxima">Receives the largest score of each row, in whole vectors.</param>
    /// <param name="sums">Receives the sum of each row's exponentials, the dropped ones among them, likewise.</param>
    internal static void Exponentials(
        in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, Matrix<T> scores, T* kept, T* maxima, T* sums)
    {
        bool isBiased = call.Shape.HasLinearBias;
        nint stride = scores.Stride;
        for (nint row = 0; row < block.Rows; row += V.Count)
        {
            T* x = scores.Data + row;
            AttentionVector rows = block.Vector(row, V.Count);
            if (isBiased)
            {
                AddBias(x, stride, in rows, call.Shape.Scale, head.Slope);
            }

            Column(x, stride, in rows, isBiased ? 1 : call.Shape.Scale, maxima + row, sums + row);
            if (kept != null)
            {
                Multiply(x, kept + row, stride, rows.End);
            }

            AttentionLanes<T, V>.Clear(x, stride, rows.End, block.End);
        }
    }

    /// <summary>normalizers = max + ln sum, the log-sum-exp of each row's scores.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void LogSums(T* maxima, T* sums, T* normalizers, nint rows)
    {
        for (nint row = 0; row < rows; row += V.Count)
        {
            V logarithm = V.Log(V.Load(new Address<T>(sums + row)));
            V.Store(V.Load(new Address<T>(maxima + row)) + logarithm, new Address<T>(normalizers + row), (int)nint.Min(V.Count, rows - row));
        }
    }

    /// <summary>Divides each row of results by its sum of exponentials, which become their reciprocals.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Normalize(T* result, nint stride, nint rows, nint size, T* sums)
    {
        for (nint row = 0; row < rows; row += V.Count)
        {
            Address<T> own = new(sums + row);
            V.Store(V.Constant(1) / V.Load(own), own);
        }

        for (nint row = 0; row < rows; row++)
        {
            Address<T> x = new(result + (row * stride));
            V factor = V.Splat(sums[row]);
            nint column = 0;
            for (; column <= size - V.Count; column += V.Count)
            {
                V.Store(V.Load(x + column) * factor, x + column);
            }

            if (column < size)
            {
                int count = (int)(size - column);
                V.Store(V.Load(x + column, count) * factor, x + column, count);
            }
        }
    }

    /// <summary>Scores with what distance takes off them.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void AddBias(T* scores, nint stride, in AttentionVector rows, double scale, double slope)
    {
        V factor = V.Constant(scale), step = V.Constant(-slope);
        Address<T> x = new(scores);
        for (nint key = 0; key < rows.End; key++, x += stride)
        {
            V.Store(V.FusedMultiplyAdd(V.Load(x), factor, AttentionLanes<T, V>.Distance(key, rows.Query) * step), x);
        }
    }

    /// <summary>Weights times their factors.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Multiply(T* weights, T* factors, nint stride, nint count)
    {
        Address<T> x = new(weights), factor = new(factors);
        for (nint key = 0; key < count; key++, x += stride, factor += stride)
        {
            V.Store(V.Load(x) * V.Load(factor), x);
        }
    }

    /// <summary>The exponentials of a vector of rows, in a method of few variables, which all find room in registers.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Column(T* scores, nint stride, in AttentionVector rows, double scale, T* maximum, T* total)
    {
        nint key = 0, common = rows.Common, end = rows.End, query = rows.Query;
        Address<T> x = new(scores);
        V factor = V.Constant(scale), max = Max(x, stride, in rows) * factor, sum = V.Zero;
        V.Store(max, new Address<T>(maximum));
        max = -max;
        for (; key < common; key++, x += stride)
        {
            V e = V.Exp(V.FusedMultiplyAdd(V.Load(x), factor, max));
            sum += e;
            V.Store(e, x);
        }

        for (; key < end; key++, x += stride)
        {
            V e = V.Select(AttentionLanes<T, V>.Seeing(key, query), V.Exp(V.FusedMultiplyAdd(V.Load(x), factor, max)), V.Zero);
            sum += e;
            V.Store(e, x);
        }

        V.Store(sum, new Address<T>(total));
    }

    /// <summary>The maxima of what the lanes see. A score that is no number is left out; its exponential shows it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Max(Address<T> x, nint stride, in AttentionVector rows)
    {
        V none = V.Constant(double.NegativeInfinity), first = none, second = none, third = none, fourth = none;
        nint key = 0;
        for (; key <= rows.Common - 4; key += 4, x += 4 * stride)
        {
            first = V.AtLeast(first, V.Load(x));
            second = V.AtLeast(second, V.Load(x + stride));
            third = V.AtLeast(third, V.Load(x + (2 * stride)));
            fourth = V.AtLeast(fourth, V.Load(x + (3 * stride)));
        }

        for (; key < rows.End; key++, x += stride)
        {
            V seen = key < rows.Common ? V.Load(x) : V.Select(AttentionLanes<T, V>.Seeing(key, rows.Query), V.Load(x), none);
            first = V.AtLeast(first, seen);
        }

        return V.AtLeast(V.AtLeast(first, second), V.AtLeast(third, fourth));
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What becomes of an attention's scores between its two products, row by row.</summary>
internal static unsafe class AttentionSoftmax<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>
    /// The scores of each row become e^(score − max), those dropped 0, and so the places beyond the last key that the row sees. The factor that
    /// makes them weights is left for whoever has fewer numbers to multiply.
    /// </summary>
    /// <param name="call">The operands.</param>
    /// <param name="head">The head.</param>
    /// <param name="block">The rows.</param>
    /// <param name="scores">The products of queries and keys; they are overwritten.</param>
    /// <param name="maxima">Receives the largest score of each row.</param>
    /// <param name="sums">Receives the sum of each row's exponentials, the dropped ones among them.</param>
    [MethodImpl(Simd.Loop)]
    internal static void Exponentials(in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, Matrix<T> scores, T* maxima, T* sums)
    {
        bool isBiased = call.Shape.HasLinearBias;
        V scale = V.Constant(call.Shape.Scale), factor = isBiased ? V.Constant(1) : scale, slope = V.Constant(-head.Slope);
        nint end = block.End;
        for (nint row = 0; row < block.Rows; row++)
        {
            Address<T> x = new(scores.Data + (row * scores.Stride));
            nint count = block.KeyEnd(row), whole = count - V.Count, column = 0;
            if (isBiased)
            {
                AddBias(x, count, block.Row + row, scale, slope);
            }

            V max = V.Splat(V.MaxLane(Max(x, count))) * factor, sum = V.Zero;
            for (; column < count; column += V.Count)
            {
                V e = V.Exp(V.FusedMultiplyAdd(V.Load(x + column), factor, -max));
                e = column > whole ? V.Select(AttentionLanes<T, V>.Inside(column, count), e, V.Zero) : e;
                sum += e;
                V.Store(e, x + column);
            }

            AttentionLanes<T, V>.Clear(x, column, end);
            maxima[row] = V.MaxLane(max);
            sums[row] = V.Sum(sum);
        }

        if (call.Shape.Dropout > 0)
        {
            Drop(in call, in head, in block, scores);
        }
    }

    /// <summary>Divides each row of results by its sum of exponentials, and by the probability of a weight to be kept.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Normalize(T* result, nint stride, nint rows, nint size, T* sums, double dropout)
    {
        for (nint row = 0; row < rows; row++)
        {
            Address<T> x = new(result + (row * stride));
            V factor = V.Constant(1 / (1 - dropout)) / V.Splat(sums[row]);
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

    /// <summary>normalizers = max + ln sum, the log-sum-exp of each row's scores.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void LogSums(T* maxima, T* sums, T* normalizers, nint rows)
    {
        for (nint row = 0; row < rows; row += V.Count)
        {
            int count = (int)nint.Min(V.Count, rows - row);
            V logarithm = V.Log(V.Load(new Address<T>(sums + row), count));
            V.Store(V.Load(new Address<T>(maxima + row), count) + logarithm, new Address<T>(normalizers + row), count);
        }
    }

    /// <summary>Scores with what distance takes off them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBias(Address<T> x, nint count, nint query, V scale, V slope)
    {
        for (nint column = 0; column < count; column += V.Count)
        {
            V.Store(V.FusedMultiplyAdd(V.Load(x + column), scale, AttentionLanes<T, V>.Distance(query, column) * slope), x + column);
        }
    }

    /// <summary>The maxima of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Max(Address<T> x, nint count)
    {
        V max = V.Constant(double.NegativeInfinity), outside = max;
        nint column = 0;
        for (; column <= count - V.Count; column += V.Count)
        {
            max = V.Max(max, V.Load(x + column));
        }

        return column < count ? V.Max(max, V.Select(AttentionLanes<T, V>.Inside(column, count), V.Load(x + column), outside)) : max;
    }

    /// <summary>Zeros where weights are dropped.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Drop(in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, Matrix<T> weights)
    {
        RandomKey key = call.Key;
        V dropout = V.Constant(call.Shape.Dropout);
        for (nint row = 0; row < block.Rows; row++)
        {
            Address<T> x = new(weights.Data + (row * weights.Stride));
            nint count = block.KeyEnd(row), counter = call.Counter(head, block.Row + row);
            for (nint column = 0; column < count; column += V.Count)
            {
                V.Store(V.Select(AttentionLanes<T, V>.Dropped(key, counter + column, dropout), V.Zero, V.Load(x + column)), x + column);
            }
        }
    }
}

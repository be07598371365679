using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The row functions between an attention's products: scores become weights, and gradients of weights those of scores.</summary>
internal static unsafe class AttentionWeights<T, V>
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
                e = column > whole ? V.Select(Inside(column, count), e, V.Zero) : e;
                sum += e;
                V.Store(e, x + column);
            }

            Clear(x, column, end);
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

    /// <summary>
    /// Weights from their normalizers and the gradients of scores: p = e^(score − normalizer), and p∘(dP − D) where D is the product of the row's
    /// result and its gradient (Dao et al. 2022, "FlashAttention", appendix B.2, equation 4). Both are 0 beyond the last key that the row sees.
    /// </summary>
    /// <param name="call">The operands.</param>
    /// <param name="head">The head.</param>
    /// <param name="block">The rows.</param>
    /// <param name="scores">The products of queries and keys; they become the weights that the values had.</param>
    /// <param name="gradients">The gradients of those weights; they become those of the products of queries and keys.</param>
    /// <param name="outputGradients">The gradients of the results.</param>
    [MethodImpl(Simd.Loop)]
    internal static void Differentiate(
        in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, Matrix<T> scores, Matrix<T> gradients, Matrix<T> outputGradients)
    {
        double dropout = call.Shape.Dropout;
        V scale = V.Constant(call.Shape.Scale), keep = V.Constant(1 / (1 - dropout)), slope = V.Constant(-head.Slope);
        bool isBiased = call.Shape.HasLinearBias;
        T* normalizers = call.Normalizers(head, block.Row), output = call.Output(head, block.Row);
        nint end = block.End, width = call.Shape.Width;
        for (nint row = 0; row < block.Rows; row++)
        {
            Address<T> x = new(scores.Data + (row * scores.Stride)), y = new(gradients.Data + (row * gradients.Stride));
            nint count = block.KeyEnd(row), query = block.Row + row, counter = call.Counter(head, query), column = 0;
            V shift = -V.Splat(normalizers[row]);
            V dot = Dot(new Address<T>(outputGradients.Data + (row * outputGradients.Stride)), new Address<T>(output + (row * width)), call.Shape.Size);
            for (; column < count; column += V.Count)
            {
                V offset = isBiased ? V.FusedMultiplyAdd(Distance(query, column), slope, shift) : shift;
                V p = V.Exp(V.FusedMultiplyAdd(V.Load(x + column), scale, offset)), gradient = V.Load(y + column), kept = p;
                if (dropout > 0)
                {
                    V factor = V.Select(Dropped(call.Key, counter + column, V.Constant(dropout)), V.Zero, keep);
                    kept = p * factor;
                    gradient *= factor;
                }

                gradient = p * scale * (gradient - dot);
                if (column > count - V.Count)
                {
                    V inside = Inside(column, count);
                    kept = V.Select(inside, kept, V.Zero);
                    gradient = V.Select(inside, gradient, V.Zero);
                }

                V.Store(kept, x + column);
                V.Store(gradient, y + column);
            }

            Clear(x, column, end);
            Clear(y, column, end);
        }
    }

    /// <summary>Scores with what distance takes off them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBias(Address<T> x, nint count, nint query, V scale, V slope)
    {
        for (nint column = 0; column < count; column += V.Count)
        {
            V.Store(V.FusedMultiplyAdd(V.Load(x + column), scale, Distance(query, column) * slope), x + column);
        }
    }

    /// <summary>|t − s| of query t and the keys from <paramref name="column"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Distance(nint query, nint column) => V.Abs(V.Constant(query - column) - V.Iota);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Dropped(RandomKey key, nint counter, V dropout) => V.GreaterThan(dropout, V.Uniform(key, counter));

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

        return column < count ? V.Max(max, V.Select(Inside(column, count), V.Load(x + column), outside)) : max;
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
                V.Store(V.Select(Dropped(key, counter + column, dropout), V.Zero, V.Load(x + column)), x + column);
            }
        }
    }

    /// <summary>The lanes from <paramref name="column"/> on that lie before <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Inside(nint column, nint count) => V.GreaterThan(V.Constant(count - column), V.Iota);

    /// <summary>The dot product of two rows, in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Dot(Address<T> left, Address<T> right, nint size)
    {
        V sum = V.Zero;
        nint column = 0;
        for (; column <= size - V.Count; column += V.Count)
        {
            sum = V.FusedMultiplyAdd(V.Load(left + column), V.Load(right + column), sum);
        }

        int rest = (int)(size - column);
        sum = rest > 0 ? V.FusedMultiplyAdd(V.Load(left + column, rest), V.Load(right + column, rest), sum) : sum;
        return V.Splat(V.Sum(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(Address<T> x, nint column, nint end)
    {
        for (; column < end; column += V.Count)
        {
            V.Store(V.Zero, x + column);
        }
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What becomes of an attention's scores, and of the gradients of its weights, between the products of its gradient, row by row.</summary>
internal static unsafe class AttentionSoftmaxGradient<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>
    /// Weights from their normalizers and the gradients of scores: p = e^(score − normalizer), and p∘(dP − D) / √size where D is the product of the
    /// row's result and its gradient (Dao et al. 2022, "FlashAttention", appendix B.2). Both are 0 beyond the last key that the row sees.
    /// </summary>
    /// <param name="call">The operands.</param>
    /// <param name="head">The head.</param>
    /// <param name="block">The rows.</param>
    /// <param name="scores">The products of queries and keys; they become the weights that the values had.</param>
    /// <param name="gradients">The gradients of those weights; they become those of the products of queries and keys.</param>
    /// <param name="outputGradients">The gradients of the results.</param>
    [MethodImpl(Simd.Loop)]
    internal static void Run(
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
                V offset = isBiased ? V.FusedMultiplyAdd(AttentionLanes<T, V>.Distance(query, column), slope, shift) : shift;
                V p = V.Exp(V.FusedMultiplyAdd(V.Load(x + column), scale, offset)), gradient = V.Load(y + column), kept = p;
                if (dropout > 0)
                {
                    V factor = V.Select(AttentionLanes<T, V>.Dropped(call.Key, counter + column, V.Constant(dropout)), V.Zero, keep);
                    kept = p * factor;
                    gradient *= factor;
                }

                gradient = p * scale * (gradient - dot);
                if (column > count - V.Count)
                {
                    V inside = AttentionLanes<T, V>.Inside(column, count);
                    kept = V.Select(inside, kept, V.Zero);
                    gradient = V.Select(inside, gradient, V.Zero);
                }

                V.Store(kept, x + column);
                V.Store(gradient, y + column);
            }

            AttentionLanes<T, V>.Clear(x, column, end);
            AttentionLanes<T, V>.Clear(y, column, end);
        }
    }

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
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What becomes of a block's scores, and of the gradients of its weights, between the products of an attention's gradient. Each lane is a row of the block.</summary>
internal static unsafe class AttentionSoftmaxGradient<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>
    /// Weights from their normalizers and the gradients of scores: p = e^(score − normalizer), and p∘(dP − D) / √size where D is the sum of p∘dP along the row,
    /// which is the product of its result and the gradient of that (Dao et al. 2022, "FlashAttention", appendix B.2). Both are 0 for keys that the row does not see.
    /// </summary>
    /// <param name="call">The operands.</param>
    /// <param name="head">The head.</param>
    /// <param name="block">The rows.</param>
    /// <param name="scores">The products of keys and queries; they become the weights that the values had.</param>
    /// <param name="gradients">The gradients of those weights, which lie alike; they become those of the products of keys and queries.</param>
    /// <param name="kept">The factors of <see cref="AttentionDropout{T, V}"/>, which lie alike, or <c>null</c>.</param>
    internal static void Run(
        in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, Matrix<T> scores, Matrix<T> gradients, T* kept)
    {
        double scale = call.Shape.Scale;
        bool isBiased = call.Shape.HasLinearBias;
        nint stride = scores.Stride;
        T* normalizers = call.Normalizers(head, block.Row);
        for (nint row = 0; row < block.Rows; row += V.Count)
        {
            T* x = scores.Data + row, y = gradients.Data + row;
            AttentionVector rows = block.Vector(row, V.Count);
            V normalizer = V.Load(new Address<T>(normalizers + row), (int)nint.Min(V.Count, block.Rows - row));
            if (isBiased)
            {
                AttentionSoftmax<T, V>.AddBias(x, stride, in rows, scale, head.Slope);
            }

            if (kept != null)
            {
                AttentionSoftmax<T, V>.Multiply(y, kept + row, stride, rows.End);
            }

            V dot = Weights(x, y, stride, in rows, isBiased ? 1 : scale, normalizer);
            Gradients(x, y, stride, in rows, scale, dot);
            if (kept != null)
            {
                AttentionSoftmax<T, V>.Multiply(x, kept + row, stride, rows.End);
            }

            AttentionLanes<T, V>.Clear(x, stride, rows.End, block.End);
            AttentionLanes<T, V>.Clear(y, stride, rows.End, block.End);
        }
    }

    /// <summary>The weights of a vector of rows, and D of each. In a method of few variables, which all find room in registers.</summary>
    [MethodImpl(Simd.Loop)]
    private static V Weights(T* scores, T* gradients, nint stride, in AttentionVector rows, double scale, V normalizer)
    {
        nint key = 0, common = rows.Common, end = rows.End, query = rows.Query;
        Address<T> x = new(scores), y = new(gradients);
        V factor = V.Constant(scale), shift = -normalizer, sum = V.Zero;
        for (; key < common; key++, x += stride, y += stride)
        {
            V p = V.Exp(V.FusedMultiplyAdd(V.Load(x), factor, shift));
            V.Store(p, x);
            sum = V.FusedMultiplyAdd(p, V.Load(y), sum);
        }

        for (; key < end; key++, x += stride, y += stride)
        {
            V seeing = AttentionLanes<T, V>.Seeing(key, query), p = V.Select(seeing, V.Exp(V.FusedMultiplyAdd(V.Load(x), factor, shift)), V.Zero);
            V.Store(p, x);
            sum = V.Select(seeing, V.FusedMultiplyAdd(p, V.Load(y), sum), sum);
        }

        return sum;
    }

    /// <summary>The gradients of scores of a vector of rows.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Gradients(T* weights, T* gradients, nint stride, in AttentionVector rows, double scale, V dot)
    {
        nint key = 0, common = rows.Common, end = rows.End, query = rows.Query;
        Address<T> x = new(weights), y = new(gradients);
        V factor = V.Constant(scale);
        for (; key < common; key++, x += stride, y += stride)
        {
            V.Store(V.Load(x) * factor * (V.Load(y) - dot), y);
        }

        for (; key < end; key++, x += stride, y += stride)
        {
            V.Store(V.Select(AttentionLanes<T, V>.Seeing(key, query), V.Load(x) * factor * (V.Load(y) - dot), V.Zero), y);
        }
    }
}

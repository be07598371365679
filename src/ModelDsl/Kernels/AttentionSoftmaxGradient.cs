using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What becomes of a block's scores, and of the gradients of its weights, between the products of an attention's gradient. Each lane is a row of the block.</summary>
internal static unsafe class AttentionSoftmaxGradient<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>
    /// Weights from their normalizers and the gradients of scores: p = e^(score − normalizer), and p∘(dP − D) / √size where D is the product of the
    /// row's result and its gradient (Dao et al. 2022, "FlashAttention", appendix B.2). Both are 0 for keys that the row does not see.
    /// </summary>
    /// <param name="call">The operands.</param>
    /// <param name="head">The head.</param>
    /// <param name="block">The rows.</param>
    /// <param name="scores">The products of keys and queries; they become the weights that the values had.</param>
    /// <param name="gradients">The gradients of those weights, which lie alike; they become those of the products of keys and queries.</param>
    /// <param name="kept">The factors of <see cref="AttentionDropout{T, V}"/>, which lie alike, or <c>null</c>.</param>
    /// <param name="dots">D of each row, in whole vectors.</param>
    internal static void Run(
        in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, Matrix<T> scores, Matrix<T> gradients, T* kept, T* dots)
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

            Column(x, y, stride, in rows, isBiased ? 1 : scale, scale, normalizer, V.Load(new Address<T>(dots + row)));
            if (kept != null)
            {
                AttentionSoftmax<T, V>.Multiply(x, kept + row, stride, rows.End);
            }

            AttentionLanes<T, V>.Clear(x, stride, rows.End, block.End);
            AttentionLanes<T, V>.Clear(y, stride, rows.End, block.End);
        }
    }

    /// <summary>The dot product of each row of <paramref name="left"/> and that of <paramref name="right"/>.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Dots(T* left, T* right, nint stride, nint rows, nint size, T* dots)
    {
        for (nint row = 0; row < rows; row++)
        {
            Address<T> x = new(left + (row * stride)), y = new(right + (row * stride));
            V sum = V.Zero;
            nint column = 0;
            for (; column <= size - V.Count; column += V.Count)
            {
                sum = V.FusedMultiplyAdd(V.Load(x + column), V.Load(y + column), sum);
            }

            int rest = (int)(size - column);
            dots[row] = V.Sum(rest > 0 ? V.FusedMultiplyAdd(V.Load(x + column, rest), V.Load(y + column, rest), sum) : sum);
        }
    }

    /// <summary>Weights and gradients of a vector of rows, in a method of few variables, which all find room in registers.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Column(
        T* scores, T* gradients, nint stride, in AttentionVector rows, double scoreScale, double gradientScale, V normalizer, V dot)
    {
        nint key = 0, common = rows.Common, end = rows.End, query = rows.Query;
        Address<T> x = new(scores), y = new(gradients);
        V factor = V.Constant(scoreScale), scale = V.Constant(gradientScale), shift = -normalizer;
        for (; key < common; key++, x += stride, y += stride)
        {
            V p = V.Exp(V.FusedMultiplyAdd(V.Load(x), factor, shift));
            V.Store(p, x);
            V.Store(p * scale * (V.Load(y) - dot), y);
        }

        for (; key < end; key++, x += stride, y += stride)
        {
            V p = V.Exp(V.FusedMultiplyAdd(V.Load(x), factor, shift)), seeing = AttentionLanes<T, V>.Seeing(key, query);
            V.Store(V.Select(seeing, p, V.Zero), x);
            V.Store(V.Select(seeing, p * scale * (V.Load(y) - dot), V.Zero), y);
        }
    }
}

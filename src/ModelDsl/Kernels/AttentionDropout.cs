using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The factors of weights where some are dropped.</summary>
internal static unsafe class AttentionDropout<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>0 for the weights that are dropped, for the others the reciprocal of the probability to be kept; the first has the random number <paramref name="counter"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Factor(in AttentionCall<T> call, nint counter)
    {
        double dropout = call.Shape.Dropout;
        return V.Select(V.GreaterThan(V.Constant(dropout), V.Uniform(call.Key, counter)), V.Zero, V.Constant(1 / (1 - dropout)));
    }

    /// <summary>The factors of a block's weights, which lie as its <paramref name="scores"/> do; <c>null</c> where nothing is dropped.</summary>
    /// <param name="call">The operands.</param>
    /// <param name="head">The head.</param>
    /// <param name="block">The rows.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="most">The most rows of a block.</param>
    internal static T* Factors(in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, Matrix<T> scores, nint most)
    {
        if (call.Shape.Dropout == 0)
        {
            return null;
        }

        // Numbers are drawn along the keys, as their counters follow one another there.
        nint stride = Partition.Count(call.Shape.Keys, V.Count) * V.Count;
        T* rows = Scratch.Rent<T>(Scratch.AttentionDraws, most * stride);
        T* factors = Scratch.Rent<T>(Scratch.AttentionFactors, call.Shape.Keys * scores.Stride);
        Draw(in call, in head, in block, rows, stride);
        Transposition.Run(rows, stride, factors, scores.Stride, block.End, block.Rows);
        return factors;
    }

    [MethodImpl(Simd.Loop)]
    private static void Draw(in AttentionCall<T> call, in AttentionHead head, in AttentionBlock block, T* rows, nint stride)
    {
        for (nint row = 0; row < block.Rows; row++)
        {
            Address<T> x = new(rows + (row * stride));
            nint seen = block.KeyEnd(row + 1), counter = call.Counter(head, block.Row + row), column = 0;
            for (; column < seen; column += V.Count)
            {
                V.Store(Factor(in call, counter + column), x + column);
            }

            // What is not seen has a weight of 0, which it keeps if its factor is a number.
            for (; column < block.End; column += V.Count)
            {
                V.Store(V.Zero, x + column);
            }
        }
    }
}

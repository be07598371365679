using System.Numerics;
using System.Numerics.Tensors;

namespace ModelDsl;

/// <summary>Sums over the flat gradient.</summary>
internal static class GradientMath
{
    private const int Block = 1024;

    /// <summary>
    /// √Σg². Blocks of a constant size are summed in <typeparamref name="T"/> and their sums in double precision, in order: the result depends on
    /// the gradient alone. Where squares overflow, all of it is done in double precision.
    /// </summary>
    internal static double Norm<T>(ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int start = 0; start < gradients.Length; start += Block)
        {
            sum += double.CreateChecked(TensorPrimitives.SumOfSquares(gradients.Slice(start, Math.Min(Block, gradients.Length - start))));
        }

        return double.IsFinite(sum) ? Math.Sqrt(sum) : ScaledNorm(gradients);
    }

    private static double ScaledNorm<T>(ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = double.CreateChecked(T.Abs(TensorPrimitives.MaxMagnitude(gradients)));
        if (!double.IsFinite(largest))
        {
            return double.NaN;
        }

        double sum = 0;
        foreach (T gradient in gradients)
        {
            double share = double.CreateChecked(gradient) / largest;
            sum += share * share;
        }

        return largest * Math.Sqrt(sum);
    }
}

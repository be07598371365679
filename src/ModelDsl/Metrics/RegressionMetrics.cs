using System.Numerics;

namespace ModelDsl;

/// <summary>How far predicted values are from the true ones. Sums are taken in double precision whatever the element type.</summary>
/// <remarks>All methods throw <see cref="ArgumentException"/> for spans that are empty or of different lengths. A NaN among the values gives NaN.</remarks>
public static class RegressionMetrics
{
    /// <summary>The mean absolute error: mean |prediction − target|, in the target's unit.</summary>
    /// <param name="predictions">Any number of predicted values.</param>
    /// <param name="targets">As many true values.</param>
    public static double MeanAbsoluteError<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.CheckPairs(predictions.Length, nameof(predictions), targets.Length, nameof(targets));
        double sum = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            sum += Math.Abs(Difference(predictions[i], targets[i]));
        }

        return sum / predictions.Length;
    }

    /// <summary>The mean squared error: mean (prediction − target)², in the square of the target's unit.</summary>
    /// <param name="predictions">Any number of predicted values.</param>
    /// <param name="targets">As many true values.</param>
    public static double MeanSquaredError<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.CheckPairs(predictions.Length, nameof(predictions), targets.Length, nameof(targets));
        return SquaredError(predictions, targets, 0, 1) / predictions.Length;
    }

    /// <summary>The square root of the mean squared error, in the target's unit.</summary>
    /// <param name="predictions">Any number of predicted values.</param>
    /// <param name="targets">As many true values.</param>
    public static double RootMeanSquaredError<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Math.Sqrt(MeanSquaredError(predictions, targets));

    /// <summary>
    /// The coefficient of determination R² = 1 − Σ (prediction − target)² / Σ (target − mean target)²: 1 for a perfect prediction, 0 for one
    /// that is no better than the mean, negative below that. For several outputs, the plain mean of each one's R².
    /// </summary>
    /// <remarks>As in scikit-learn, an output whose targets are all equal counts 1 if it was predicted exactly and else 0. One example alone gives NaN.</remarks>
    /// <param name="predictions">The predicted values, the outputs of one example next to each other.</param>
    /// <param name="targets">As many true values.</param>
    /// <param name="outputCount">The number of values of one example. Default 1.</param>
    /// <exception cref="ArgumentException"><paramref name="outputCount"/> is not positive or does not divide the number of values.</exception>
    public static double RSquared<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputCount = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.CheckPairs(predictions.Length, nameof(predictions), targets.Length, nameof(targets));
        ArgumentOutOfRangeException.ThrowIfLessThan(outputCount, 1);
        if (targets.Length % outputCount != 0)
        {
            throw new ArgumentException($"targets has {targets.Length} elements, which is no multiple of the {outputCount} outputs.", nameof(outputCount));
        }

        if (targets.Length == outputCount)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int output = 0; output < outputCount; output++)
        {
            double error = SquaredError(predictions, targets, output, outputCount);
            double variation = Variation(targets, output, outputCount);
            sum += variation != 0 ? 1 - (error / variation) : error == 0 ? 1 : 0;
        }

        return sum / outputCount;
    }

    private static double SquaredError<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int first, int step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = first; i < targets.Length; i += step)
        {
            double difference = Difference(predictions[i], targets[i]);
            sum += difference * difference;
        }

        return sum;
    }

    private static double Variation<T>(ReadOnlySpan<T> targets, int first, int step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double mean = 0;
        for (int i = first; i < targets.Length; i += step)
        {
            mean += double.CreateTruncating(targets[i]);
        }

        mean /= targets.Length / step;
        double sum = 0;
        for (int i = first; i < targets.Length; i += step)
        {
            double difference = double.CreateTruncating(targets[i]) - mean;
            sum += difference * difference;
        }

        return sum;
    }

    private static double Difference<T>(T prediction, T target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => double.CreateTruncating(prediction) - double.CreateTruncating(target);
}

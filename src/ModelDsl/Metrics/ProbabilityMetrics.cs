using System.Numerics;

namespace ModelDsl;

/// <summary>How good scores and probabilities are, whatever class is decided from them. Definitions and edge cases are scikit-learn's where nothing else is said.</summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> for spans that are empty or whose lengths do not fit, and for scores that are NaN, and
/// <see cref="ArgumentOutOfRangeException"/> for class indices outside the classes.
/// </remarks>
public static class ProbabilityMetrics
{
    private const double Slack = 1e-4;

    /// <summary>The mean of −ln of the probability that was given to the true class, in nats.</summary>
    /// <remarks>Probabilities are held within [ε, 1 − ε], ε the element type's distance from 1 to the next number, so that one certain mistake does not make the mean infinite.</remarks>
    /// <param name="probabilities">The probabilities of all classes for one example after the other, or one probability of class 1 per example.</param>
    /// <param name="labels">The true class of each example.</param>
    /// <exception cref="ArgumentException">A value is not within [0, 1], a ten-thousandth aside: logits are not probabilities.</exception>
    public static double LogLoss<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int columns = MetricInput.ClassCount(probabilities.Length, nameof(probabilities), labels.Length);
        CheckProbabilities(probabilities);
        double epsilon = typeof(T) == typeof(float) ? Math.ScaleB(1, -23) : Math.ScaleB(1, -52);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int label = MetricInput.CheckClass(labels[i], Math.Max(2, columns), nameof(labels));
            double probability = columns == 1
                ? OfBinary(double.CreateTruncating(probabilities[i]), label)
                : double.CreateTruncating(probabilities[(i * columns) + label]);
            sum -= Math.Log(Math.Clamp(probability, epsilon, 1 - epsilon));
        }

        return sum / labels.Length;
    }

    /// <summary>
    /// The area under the receiver operating characteristic: the probability that a random example of class 1 scores higher than one of
    /// class 0, ties counting one half (Mann and Whitney 1947, by mean ranks). With scores of several classes, the plain mean of each class
    /// against the rest, over the classes that occur.
    /// </summary>
    /// <remarks>NaN where all examples have the same label: the area is undefined.</remarks>
    /// <param name="scores">One score of class 1 per example, or the scores of all classes for one example after the other.</param>
    /// <param name="labels">The true class of each example.</param>
    public static double RocAuc<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int columns = MetricInput.ClassCount(scores.Length, nameof(scores), labels.Length);
        MetricInput.CheckNumbers(scores, nameof(scores));
        foreach (int label in labels)
        {
            MetricInput.CheckClass(label, Math.Max(2, columns), nameof(labels));
        }

        if (columns == 1)
        {
            return Area(scores, 0, 1, labels, 1);
        }

        double sum = 0;
        int present = 0;
        for (int i = 0; i < columns; i++)
        {
            if (labels.Contains(i))
            {
                sum += Area(scores, i, columns, labels, i);
                present++;
            }
        }

        return sum / present;
    }

    private static double OfBinary(double probability, int label) => label == 1 ? probability : 1 - probability;

    /// <summary>The area for one class against the rest, from the sum of its ranks.</summary>
    private static double Area<T>(ReadOnlySpan<T> scores, int column, int columns, ReadOnlySpan<int> labels, int positive)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] keys = new T[labels.Length];
        bool[] isPositive = new bool[labels.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = scores[(i * columns) + column];
            isPositive[i] = labels[i] == positive;
        }

        Array.Sort(keys, isPositive);
        double positives = isPositive.AsSpan().Count(true);
        double negatives = keys.Length - positives;
        double aboveMinimum = RankSum(keys, isPositive) - (positives * (positives + 1) / 2);
        return positives * negatives == 0 ? double.NaN : aboveMinimum / (positives * negatives);
    }

    /// <summary>The sum of the ranks of the positives, from 1; equal scores share their mean rank.</summary>
    private static double RankSum<T>(T[] sorted, bool[] isPositive)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        int start = 0;
        while (start < sorted.Length)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            double meanRank = (start + 1 + end) / 2.0;
            sum += meanRank * isPositive.AsSpan(start, end - start).Count(true);
            start = end;
        }

        return sum;
    }

    private static void CheckProbabilities<T>(ReadOnlySpan<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.CheckNumbers(probabilities, nameof(probabilities));
        for (int i = 0; i < probabilities.Length; i++)
        {
            double value = double.CreateTruncating(probabilities[i]);
            if (value is < -Slack or > 1 + Slack)
            {
                throw new ArgumentException(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"probabilities[{i}] is {value}, which is no probability."), nameof(probabilities));
            }
        }
    }
}

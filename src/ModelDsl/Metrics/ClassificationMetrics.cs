using System.Numerics;

namespace ModelDsl;

/// <summary>How well classes are predicted. Definitions and edge cases are scikit-learn's where nothing else is said.</summary>
/// <remarks>
/// All methods throw <see cref="ArgumentException"/> for spans that are empty or whose lengths do not fit, and for scores that are NaN, and
/// <see cref="ArgumentOutOfRangeException"/> for class indices outside the classes.
/// </remarks>
public static class ClassificationMetrics
{
    /// <summary>The share of examples whose class was predicted.</summary>
    /// <param name="predicted">The predicted class of each example.</param>
    /// <param name="labels">The true class of each example.</param>
    public static double Accuracy(ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels)
    {
        MetricInput.CheckPairs(predicted.Length, nameof(predicted), labels.Length, nameof(labels));
        int hits = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            hits += predicted[i] == labels[i] ? 1 : 0;
        }

        return hits / (double)labels.Length;
    }

    /// <summary>The share of examples whose class got the largest score, the first of equals; a single probability per example predicts class 1 from ½ on.</summary>
    /// <param name="scores">Probabilities or logits of all classes for one example after the other, or one probability per example.</param>
    /// <param name="labels">The true class of each example.</param>
    public static double Accuracy<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ConfusionMatrix.FromScores(scores, labels).Accuracy;

    /// <summary>The share of examples whose class is among the <paramref name="k"/> largest scores; of equal scores the lower class counts as the larger.</summary>
    /// <param name="scores">Probabilities or logits of all classes for one example after the other.</param>
    /// <param name="labels">The true class of each example.</param>
    /// <param name="k">How many classes count, from 1 to the number of classes.</param>
    public static double TopKAccuracy<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int classes = MetricInput.ClassCount(scores.Length, nameof(scores), labels.Length);
        MetricInput.CheckNumbers(scores, nameof(scores));
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, classes);
        int hits = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int label = MetricInput.CheckClass(labels[i], classes, nameof(labels));
            hits += Rank(scores.Slice(i * classes, classes), label) < k ? 1 : 0;
        }

        return hits / (double)labels.Length;
    }

    /// <summary>Of the examples for which a class was predicted, the share that has it; 0 for a class that was never predicted.</summary>
    /// <param name="predicted">The predicted class of each example.</param>
    /// <param name="labels">The true class of each example.</param>
    /// <param name="averaging">How the classes become one number. Default the plain mean.</param>
    public static double Precision(ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels, Averaging averaging = Averaging.Macro) =>
        Matrix(predicted, labels).Precision(averaging);

    /// <summary>Of the examples that have a class, the share for which it was predicted; 0 for a class that no example has.</summary>
    /// <param name="predicted">The predicted class of each example.</param>
    /// <param name="labels">The true class of each example.</param>
    /// <param name="averaging">How the classes become one number. Default the plain mean.</param>
    public static double Recall(ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels, Averaging averaging = Averaging.Macro) =>
        Matrix(predicted, labels).Recall(averaging);

    /// <summary>The harmonic mean of precision and recall of each class.</summary>
    /// <param name="predicted">The predicted class of each example.</param>
    /// <param name="labels">The true class of each example.</param>
    /// <param name="averaging">How the classes become one number. Default the plain mean.</param>
    public static double F1(ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels, Averaging averaging = Averaging.Macro) =>
        Matrix(predicted, labels).F1(averaging);

    /// <summary>Writes the predicted class of each example.</summary>
    internal static void Decide<T>(ReadOnlySpan<T> scores, int columns, Span<int> predicted)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.CheckNumbers(scores, nameof(scores));
        T half = T.CreateTruncating(0.5);
        for (int i = 0; i < predicted.Length; i++)
        {
            predicted[i] = columns == 1 ? (scores[i] >= half ? 1 : 0) : IndexOfMax(scores.Slice(i * columns, columns));
        }
    }

    private static int IndexOfMax<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int best = 0;
        for (int i = 1; i < row.Length; i++)
        {
            best = row[i] > row[best] ? i : best;
        }

        return best;
    }

    /// <summary>How many classes stand before this one.</summary>
    private static int Rank<T>(ReadOnlySpan<T> row, int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int before = 0;
        for (int i = 0; i < row.Length; i++)
        {
            before += row[i] > row[label] || (row[i] == row[label] && i < label) ? 1 : 0;
        }

        return before;
    }

    private static ConfusionMatrix Matrix(ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels)
    {
        int classes = 2;
        foreach (int label in labels)
        {
            classes = Math.Max(classes, label + 1);
        }

        foreach (int prediction in predicted)
        {
            classes = Math.Max(classes, prediction + 1);
        }

        return ConfusionMatrix.FromPredictions(predicted, labels, classes);
    }
}

using System.Numerics;

namespace ModelDsl;

/// <summary>How often each class was predicted for each label, and the figures that follow from it.</summary>
/// <remarks>
/// Where a figure would divide by zero it is 0, as in scikit-learn: the precision of a class that was never predicted, the recall of one
/// that no example has, the F1 of one that is neither predicted nor there.
/// </remarks>
public sealed class ConfusionMatrix
{
    private readonly long[] counts;

    /// <summary>A matrix without examples.</summary>
    /// <param name="classCount">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 classes.</exception>
    public ConfusionMatrix(int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        ClassCount = classCount;
        counts = new long[checked(classCount * classCount)];
    }

    /// <summary>The number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>The number of examples.</summary>
    public long Total => counts.Sum();

    /// <summary>The share of examples whose class was predicted, or 0 without examples.</summary>
    public double Accuracy => Ratio(Hits, Total);

    /// <summary>The number of examples with this label for which this class was predicted.</summary>
    /// <param name="label">The true class, from 0: a row.</param>
    /// <param name="predicted">The predicted class, from 0: a column.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int label, int predicted] => counts[Index(label, predicted)];

    private long Hits => Enumerable.Range(0, ClassCount).Sum(Correct);

    /// <summary>The matrix of predicted classes.</summary>
    /// <param name="predicted">The predicted class of each example.</param>
    /// <param name="labels">The true class of each example.</param>
    /// <param name="classCount">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">The spans are empty or differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not below <paramref name="classCount"/>.</exception>
    public static ConfusionMatrix FromPredictions(ReadOnlySpan<int> predicted, ReadOnlySpan<int> labels, int classCount)
    {
        MetricInput.CheckPairs(predicted.Length, nameof(predicted), labels.Length, nameof(labels));
        ConfusionMatrix matrix = new(classCount);
        for (int i = 0; i < labels.Length; i++)
        {
            matrix.Add(labels[i], predicted[i]);
        }

        return matrix;
    }

    /// <summary>The matrix of a model's outputs: the class with the largest score is the predicted one, the first of equals; a single probability per example predicts class 1 from ½ on.</summary>
    /// <param name="scores">Probabilities or logits of all classes for one example after the other, or one probability per example.</param>
    /// <param name="labels">The true class of each example.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a score is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not below the number of classes.</exception>
    public static ConfusionMatrix FromScores<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] predicted = new int[labels.Length];
        int columns = MetricInput.ClassCount(scores.Length, nameof(scores), labels.Length);
        ClassificationMetrics.Decide(scores, columns, predicted);
        return FromPredictions(predicted, labels, Math.Max(2, columns));
    }

    /// <summary>Counts one more example.</summary>
    /// <param name="label">Its true class, from 0.</param>
    /// <param name="predicted">Its predicted class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int label, int predicted) => counts[Index(label, predicted)]++;

    /// <summary>The number of examples that have the class as their label.</summary>
    /// <param name="index">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long Support(int index)
    {
        int row = MetricInput.CheckClass(index, ClassCount, nameof(index));
        return Enumerable.Range(0, ClassCount).Sum(predicted => this[row, predicted]);
    }

    /// <summary>The number of examples for which the class was predicted.</summary>
    /// <param name="index">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long PredictedCount(int index)
    {
        int column = MetricInput.CheckClass(index, ClassCount, nameof(index));
        return Enumerable.Range(0, ClassCount).Sum(label => this[label, column]);
    }

    /// <summary>Of the examples for which the class was predicted, the share that has it.</summary>
    /// <param name="index">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int index) => Ratio(Correct(index), PredictedCount(index));

    /// <summary>Of the examples that have the class, the share for which it was predicted.</summary>
    /// <param name="index">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int index) => Ratio(Correct(index), Support(index));

    /// <summary>The harmonic mean of the class's precision and recall: 2 hits / (labels + predictions).</summary>
    /// <param name="index">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int index) => Ratio(2 * Correct(index), Support(index) + PredictedCount(index));

    /// <summary>The precision of all classes.</summary>
    /// <param name="averaging">How they become one number.</param>
    public double Precision(Averaging averaging) => Average(Precision, averaging);

    /// <summary>The recall of all classes.</summary>
    /// <param name="averaging">How they become one number.</param>
    public double Recall(Averaging averaging) => Average(Recall, averaging);

    /// <summary>The F1 of all classes. The macro average is the mean of the classes' F1, as in scikit-learn, not the F1 of the means.</summary>
    /// <param name="averaging">How they become one number.</param>
    public double F1(Averaging averaging) => Average(F1, averaging);

    /// <summary>The matrix as an aligned table: labels down, predictions across.</summary>
    public override string ToString() => ConfusionTable.Format(this, null);

    /// <summary>The matrix as an aligned table with names for the classes: labels down, predictions across.</summary>
    /// <param name="classNames">A name for each class.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public string ToString(IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        return classNames.Count == ClassCount
            ? ConfusionTable.Format(this, classNames)
            : throw new ArgumentException($"There are {classNames.Count} names for {ClassCount} classes.", nameof(classNames));
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : part / (double)whole;

    private long Correct(int index) => counts[MetricInput.CheckClass(index, ClassCount, nameof(index)) * (ClassCount + 1)];

    private double Average(Func<int, double> figure, Averaging averaging)
    {
        int[] present = [.. Enumerable.Range(0, ClassCount).Where(i => Support(i) + PredictedCount(i) > 0)];
        if (present.Length == 0)
        {
            return 0;
        }

        return averaging switch
        {
            Averaging.Macro => present.Average(figure),
            Averaging.Micro => Accuracy,
            Averaging.Weighted => present.Sum(i => figure(i) * Support(i)) / Total,
            _ => throw new ArgumentOutOfRangeException(nameof(averaging), averaging, "There is no such averaging."),
        };
    }

    private int Index(int label, int predicted) =>
        (MetricInput.CheckClass(label, ClassCount, nameof(label)) * ClassCount) + MetricInput.CheckClass(predicted, ClassCount, nameof(predicted));
}

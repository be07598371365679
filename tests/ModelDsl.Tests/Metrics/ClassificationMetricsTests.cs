namespace ModelDsl.Tests.Metrics;

public sealed class ClassificationMetricsTests
{
    // Rows are labels: class 0 has 2 of 3 right, class 1 has 1 of 2, class 2 has 1 of 1.
    private static readonly int[] Labels = [0, 0, 0, 1, 1, 2];
    private static readonly int[] Predicted = [0, 0, 1, 1, 2, 2];

    [Fact]
    public void Accuracy_is_the_share_of_hits() => Assert.Equal(4.0 / 6, ClassificationMetrics.Accuracy(Predicted, Labels), 1e-15);

    [Fact]
    public void Accuracy_of_scores_takes_the_first_of_the_largest()
    {
        float[] scores = [0.2f, 0.4f, 0.4f, 0.1f, 0.1f, 0.8f];
        Assert.Equal(1, ClassificationMetrics.Accuracy<float>(scores, [1, 2]));
        Assert.Equal(0.5, ClassificationMetrics.Accuracy<float>(scores, [2, 2]));
    }

    [Fact]
    public void Accuracy_of_one_probability_per_example_decides_at_one_half() =>
        Assert.Equal(0.75, ClassificationMetrics.Accuracy<double>([0.5, 0.49, 0.9, 0.1], [1, 0, 1, 1]));

    [Fact]
    public void Top_k_counts_the_label_among_the_k_largest_and_ties_by_class()
    {
        double[] scores = [0.5, 0.3, 0.2, 0.2, 0.4, 0.4, 0.1, 0.1, 0.1];
        Assert.Equal(1.0 / 3, ClassificationMetrics.TopKAccuracy<double>(scores, [1, 1, 2], 1), 1e-15);
        Assert.Equal(2.0 / 3, ClassificationMetrics.TopKAccuracy<double>(scores, [1, 1, 2], 2), 1e-15);
        Assert.Equal(1, ClassificationMetrics.TopKAccuracy<double>(scores, [1, 1, 2], 3));
    }

    [Fact]
    public void Precision_recall_and_F1_average_in_three_ways()
    {
        double[] precision = [1, 0.5, 0.5];
        double[] recall = [2.0 / 3, 0.5, 1];
        double[] f1 = [0.8, 0.5, 2.0 / 3];
        Assert.Equal(precision.Average(), ClassificationMetrics.Precision(Predicted, Labels), 1e-15);
        Assert.Equal(recall.Average(), ClassificationMetrics.Recall(Predicted, Labels), 1e-15);
        Assert.Equal(f1.Average(), ClassificationMetrics.F1(Predicted, Labels), 1e-15);
        Assert.Equal(((3 * 1) + (2 * 0.5) + 0.5) / 6, ClassificationMetrics.Precision(Predicted, Labels, Averaging.Weighted), 1e-15);
        Assert.Equal(4.0 / 6, ClassificationMetrics.Recall(Predicted, Labels, Averaging.Weighted), 1e-15);
        Assert.Equal(((3 * 0.8) + (2 * 0.5) + (2.0 / 3)) / 6, ClassificationMetrics.F1(Predicted, Labels, Averaging.Weighted), 1e-15);
        Assert.Equal(4.0 / 6, ClassificationMetrics.F1(Predicted, Labels, Averaging.Micro), 1e-15);
    }

    [Fact]
    public void A_class_that_was_never_predicted_has_precision_zero_and_one_that_never_occurs_does_not_count()
    {
        // Class 0 is never predicted, class 2 neither predicted nor there, class 3 predicted but never a label.
        int[] labels = [0, 1];
        int[] predicted = [3, 1];
        Assert.Equal(1.0 / 3, ClassificationMetrics.Precision(predicted, labels), 1e-15);
        Assert.Equal(1.0 / 3, ClassificationMetrics.Recall(predicted, labels), 1e-15);
        Assert.Equal(0.5, ClassificationMetrics.Recall(predicted, labels, Averaging.Weighted), 1e-15);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused_with_both()
    {
        ArgumentException pairs = Assert.Throws<ArgumentException>("predicted", () => ClassificationMetrics.Accuracy([1, 2, 3], [1, 2]));
        Assert.Contains("3", pairs.Message);
        Assert.Contains("2", pairs.Message);
        ArgumentException multiple = Assert.Throws<ArgumentException>("scores", () => ClassificationMetrics.Accuracy<float>(new float[7], [0, 1]));
        Assert.Contains("7", multiple.Message);
        Assert.Contains("2", multiple.Message);
        Assert.Throws<ArgumentException>("labels", () => ClassificationMetrics.Accuracy([], []));
    }

    [Fact]
    public void Values_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentException>("scores", () => ClassificationMetrics.Accuracy<float>([float.NaN, 0], [0]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => ClassificationMetrics.TopKAccuracy<float>([1, 0], [2], 1));
        Assert.Throws<ArgumentOutOfRangeException>("k", () => ClassificationMetrics.TopKAccuracy<float>([1, 0], [1], 3));
        Assert.Throws<ArgumentOutOfRangeException>("k", () => ClassificationMetrics.TopKAccuracy<float>([1, 0], [1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => ClassificationMetrics.Precision([0, 1], [-1, 1]));
    }
}

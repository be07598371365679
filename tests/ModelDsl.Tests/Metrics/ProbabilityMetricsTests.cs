namespace ModelDsl.Tests.Metrics;

public sealed class ProbabilityMetricsTests
{
    [Fact]
    public void Log_loss_is_the_mean_surprise_in_nats()
    {
        Assert.Equal((Math.Log(2) + Math.Log(4)) / 2, ProbabilityMetrics.LogLoss<double>([0.5, 0.25, 0.25, 0.25, 0.5, 0.25], [0, 2]), 1e-15);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.8)) / 2, ProbabilityMetrics.LogLoss<double>([0.9, 0.2], [1, 0]), 1e-15);
    }

    [Fact]
    public void A_certain_mistake_costs_the_logarithm_of_the_smallest_step()
    {
        Assert.Equal(52 * Math.Log(2), ProbabilityMetrics.LogLoss<double>([0, 1], [0]), 1e-12);
        Assert.Equal(23 * Math.Log(2), ProbabilityMetrics.LogLoss<float>([1], [0]), 1e-12);
    }

    [Fact]
    public void Logits_are_no_probabilities() =>
        Assert.Throws<ArgumentException>("probabilities", () => ProbabilityMetrics.LogLoss<float>([3.5f, -1], [0]));

    [Fact]
    public void The_area_is_the_share_of_ordered_pairs()
    {
        // Of the four pairs only (0.35, 0.4) is in the wrong order.
        Assert.Equal(0.75, ProbabilityMetrics.RocAuc<float>([0.1f, 0.4f, 0.35f, 0.8f], [0, 0, 1, 1]));
        Assert.Equal(1, ProbabilityMetrics.RocAuc<double>([-5, 7], [0, 1]));
        Assert.Equal(0, ProbabilityMetrics.RocAuc<double>([7, -5], [0, 1]));
    }

    [Fact]
    public void Equal_scores_count_one_half()
    {
        Assert.Equal(0.5, ProbabilityMetrics.RocAuc<double>([1, 1, 1, 1], [0, 1, 0, 1]));
        Assert.Equal((1 + 1 + 0.5 + 1) / 4, ProbabilityMetrics.RocAuc<double>([0.1, 0.5, 0.5, 0.9], [0, 0, 1, 1]));
    }

    [Fact]
    public void The_area_of_several_classes_is_the_mean_of_each_against_the_rest()
    {
        double[] scores = [0.8, 0.1, 0.1, 0.3, 0.4, 0.3, 0.5, 0.2, 0.3, 0.4, 0.5, 0.1];
        int[] labels = [0, 1, 2, 0];

        // Class 0: {0.8, 0.4} over {0.3, 0.5}: 3 of 4. Class 1: 0.4 over {0.1, 0.2, 0.5}: 2 of 3. Class 2: 0.3 over {0.1, 0.3, 0.1}: 2.5 of 3.
        Assert.Equal(((3.0 / 4) + (2.0 / 3) + (2.5 / 3)) / 3, ProbabilityMetrics.RocAuc<double>(scores, labels), 1e-15);
    }

    [Fact]
    public void The_area_of_one_label_alone_is_undefined()
    {
        Assert.True(double.IsNaN(ProbabilityMetrics.RocAuc<double>([0.1, 0.9], [1, 1])));
        Assert.True(double.IsNaN(ProbabilityMetrics.RocAuc<double>([0.1, 0.9], [0, 0])));
    }

    [Fact]
    public void Labels_outside_the_classes_and_scores_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => ProbabilityMetrics.RocAuc<double>([0.1, 0.9], [0, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => ProbabilityMetrics.LogLoss<double>([0.1, 0.9], [2]));
        Assert.Throws<ArgumentException>("scores", () => ProbabilityMetrics.RocAuc<double>([0.1, double.NaN], [0, 1]));
        Assert.Throws<ArgumentException>("probabilities", () => ProbabilityMetrics.LogLoss<double>([0.1, 0.2, 0.7], [0, 1]));
    }
}

namespace ModelDsl.Tests.Metrics;

public sealed class RegressionMetricsTests
{
    [Fact]
    public void Errors_are_means_of_differences()
    {
        double[] predictions = [2.5, 0, 2, 8];
        double[] targets = [3, -0.5, 2, 7];
        Assert.Equal(0.5, RegressionMetrics.MeanAbsoluteError<double>(predictions, targets));
        Assert.Equal(0.375, RegressionMetrics.MeanSquaredError<double>(predictions, targets));
        Assert.Equal(Math.Sqrt(0.375), RegressionMetrics.RootMeanSquaredError<double>(predictions, targets));
    }

    [Fact]
    public void R_squared_compares_with_the_mean()
    {
        // Squared errors 1.5, squared deviations from the mean 2.875: 29.1875.
        Assert.Equal(1 - (1.5 / 29.1875), RegressionMetrics.RSquared<float>([2.5f, 0, 2, 8], [3, -0.5f, 2, 7]), 1e-15);
        Assert.Equal(0, RegressionMetrics.RSquared<double>([2, 2, 2], [1, 2, 3]));
        Assert.Equal(1, RegressionMetrics.RSquared<double>([1, 2, 3], [1, 2, 3]));
    }

    [Fact]
    public void R_squared_of_several_outputs_is_their_mean() =>
        Assert.Equal((1 + 0) / 2.0, RegressionMetrics.RSquared<double>([1, 25, 2, 25, 3, 25], [1, 20, 2, 25, 3, 30], outputCount: 2), 1e-15);

    [Fact]
    public void R_squared_of_constant_targets_is_one_for_an_exact_prediction_and_else_zero()
    {
        Assert.Equal(1, RegressionMetrics.RSquared<double>([4, 4], [4, 4]));
        Assert.Equal(0, RegressionMetrics.RSquared<double>([4, 5], [4, 4]));
        Assert.True(double.IsNaN(RegressionMetrics.RSquared<double>([4], [4])));
    }

    [Fact]
    public void Sums_are_exact_beyond_single_precision()
    {
        float[] targets = new float[20_000];
        float[] predictions = new float[20_000];
        predictions.AsSpan().Fill(4097);
        Assert.Equal(4097.0 * 4097.0, RegressionMetrics.MeanSquaredError<float>(predictions, targets));
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>("predictions", () => RegressionMetrics.MeanAbsoluteError<float>([1], [1, 2]));
        Assert.Throws<ArgumentException>("targets", () => RegressionMetrics.RootMeanSquaredError<float>([], []));
        Assert.Throws<ArgumentException>("outputCount", () => RegressionMetrics.RSquared<float>([1, 2, 3], [1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>("outputCount", () => RegressionMetrics.RSquared<float>([1, 2, 3], [1, 2, 3], 0));
    }
}

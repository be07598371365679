namespace ModelDsl.Benchmarks.Measurement;

/// <summary>The figures that noisy machines leave meaningful.</summary>
internal static class Statistics
{
    /// <summary>The middle value; the upper of the two in the middle of an even number.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>The geometric mean, as ratios are averaged: half and twice give one. Null of nothing.</summary>
    public static double? GeometricMean(IReadOnlyCollection<double> ratios) => ratios.Count == 0 ? null : Math.Exp(ratios.Average(Math.Log));
}

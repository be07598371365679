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
}

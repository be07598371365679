namespace ModelDsl;

/// <summary>
/// Half a cosine from the learning rate down to a final one over the whole training:
/// final + ½ (rate − final) (1 + cos(π t / T)), where T is the number of steps after the warm-up (Loshchilov and Hutter 2017, "SGDR",
/// equation 5, without restarts; PyTorch's <c>CosineAnnealingLR</c>). Beyond T the rate stays at the final one.
/// </summary>
public sealed class CosineSchedule : Schedule
{
    /// <summary>A schedule along a cosine.</summary>
    /// <param name="rate">The learning rate at the start, above 0.</param>
    /// <param name="finalRate">The learning rate at the end, at least 0. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public CosineSchedule(double rate, double finalRate = 0)
        : base(rate) => FinalRate = Option.NotNegative(finalRate);

    /// <summary>The learning rate at the end.</summary>
    public double FinalRate { get; }

    private protected override double RateAfterWarmup(long elapsed, long total)
    {
        double progress = Math.Min(1, elapsed / (double)total);
        return FinalRate + (0.5 * (Rate - FinalRate) * (1 + Math.Cos(Math.PI * progress)));
    }
}

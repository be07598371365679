namespace ModelDsl;

/// <summary>Multiplies the learning rate by a factor every so many steps: rate × factor^⌊t / every⌋ (PyTorch's <c>StepLR</c>, counted in steps).</summary>
public sealed class StepSchedule : Schedule
{
    /// <summary>A schedule of stairs.</summary>
    /// <param name="rate">The learning rate at the start, above 0.</param>
    /// <param name="every">The number of steps between two changes, at least 1.</param>
    /// <param name="factor">What the rate is multiplied by, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StepSchedule(double rate, long every, double factor)
        : base(rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        Every = every;
        Factor = Option.Positive(factor);
    }

    /// <summary>The number of steps between two changes.</summary>
    public long Every { get; }

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; }

    private protected override double RateAfterWarmup(long elapsed, long total) => Rate * Math.Pow(Factor, elapsed / Every);
}

namespace ModelDsl;

/// <summary>Lets the learning rate decay smoothly: rate × factor^(t / every) (Keras' <c>ExponentialDecay</c>; with <c>every</c> = 1, PyTorch's <c>ExponentialLR</c> counted in steps).</summary>
public sealed class ExponentialSchedule : Schedule
{
    /// <summary>A schedule that decays exponentially.</summary>
    /// <param name="rate">The learning rate at the start, above 0.</param>
    /// <param name="factor">What the rate is multiplied by over <paramref name="every"/> steps, above 0.</param>
    /// <param name="every">The number of steps in which the rate changes by the factor, at least 1. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ExponentialSchedule(double rate, double factor, long every = 1)
        : base(rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        Factor = Option.Positive(factor);
        Every = every;
    }

    /// <summary>What the rate is multiplied by over <see cref="Every"/> steps.</summary>
    public double Factor { get; }

    /// <summary>The number of steps in which the rate changes by the factor.</summary>
    public long Every { get; }

    private protected override double RateAfterWarmup(long elapsed, long total) => Rate * Math.Pow(Factor, elapsed / (double)Every);
}

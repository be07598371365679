namespace ModelDsl;

/// <summary>The same learning rate in every step after the warm-up.</summary>
/// <param name="rate">The learning rate, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not a finite number above 0.</exception>
public sealed class ConstantSchedule(double rate) : Schedule(rate)
{
    private protected override double RateAfterWarmup(long elapsed, long total) => Rate;
}

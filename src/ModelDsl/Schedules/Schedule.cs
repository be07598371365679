namespace ModelDsl;

/// <summary>
/// How the learning rate moves during training. Steps are updates of the parameters, not epochs. A number converts to a schedule that
/// stays at it.
/// </summary>
/// <remarks>
/// Steps count from 1. While step ≤ <see cref="WarmupSteps"/> the rate is <see cref="Rate"/> × step / <see cref="WarmupSteps"/>: linear from
/// zero before the first step (Goyal et al. 2017, "Accurate, large minibatch SGD", section 2.2). The schedule's own formula begins
/// after that, with t = step − 1 − <see cref="WarmupSteps"/>, so that t is 0 in its first step.
/// </remarks>
public abstract class Schedule
{
    private protected Schedule(double rate) => Rate = Option.Positive(rate);

    /// <summary>The rate at the end of the warm-up, from which the schedule starts.</summary>
    public double Rate { get; }

    /// <summary>The number of steps in which the rate rises linearly from zero. Default 0: no warm-up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long WarmupSteps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(WarmupSteps));
            field = value;
        }
    }

    /// <summary>The schedule that stays at <paramref name="rate"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not a finite number above 0.</exception>
    public static implicit operator Schedule(double rate) => new ConstantSchedule(rate);

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="totalSteps">The number of steps that the training will take, warm-up included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is below 1.</exception>
    public double RateAt(long step, long totalSteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        return step <= WarmupSteps
            ? Rate * step / WarmupSteps
            : RateAfterWarmup(step - 1 - WarmupSteps, Math.Max(1, totalSteps - WarmupSteps));
    }

    /// <summary>The rate at t = <paramref name="elapsed"/> of <paramref name="total"/> steps without warm-up.</summary>
    private protected abstract double RateAfterWarmup(long elapsed, long total);
}

namespace ModelDsl;

/// <summary>How a <see cref="Trainer{T}"/> takes its steps.</summary>
public sealed class TrainerOptions
{
    /// <summary>
    /// The largest norm of the gradient, all parameters taken together: a longer one is scaled down to it (Pascanu, Mikolov and Bengio 2013,
    /// algorithm 1). Null, the default, for no clipping.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    public double? ClipNorm
    {
        get;
        init => field = TrainingOptions.CheckClipNorm(value);
    }

    /// <summary>
    /// The examples that are worked on at a time: a step of more accumulates their gradients part by part, which takes less memory and gives the
    /// same gradient. Null, the default, for all at once.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? MicroBatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(MicroBatchSize));
            field = value;
        }
    }

    /// <summary>The steps of the whole training, for schedules of the learning rate that need to know; 0, the default, if unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long TotalSteps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(TotalSteps));
            field = value;
        }
    }
}

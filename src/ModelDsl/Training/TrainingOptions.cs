namespace ModelDsl;

/// <summary>How <see cref="Model{T}.Fit"/> trains.</summary>
public sealed class TrainingOptions
{
    /// <summary>The number of passes over the data; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Epochs
    {
        get;
        init => field = CheckPositive(value, nameof(Epochs));
    }
    = 10;

    /// <summary>The examples that are worked on at a time; 32 by default. The last batch of an epoch may be smaller.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int BatchSize
    {
        get;
        init => field = CheckPositive(value, nameof(BatchSize));
    }
    = 32;

    /// <summary>
    /// The batches whose gradients make one step; 1 by default. A step then learns from <see cref="BatchSize"/> × this many examples, in the memory
    /// of one batch, with the gradient that one large batch would have.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int AccumulationSteps
    {
        get;
        init => field = CheckPositive(value, nameof(AccumulationSteps));
    }
    = 1;

    /// <summary>Whether each epoch takes the examples in a new random order; true by default.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The seed of the orders; 0 by default. The order of an epoch depends on this seed and the epoch's number alone.</summary>
    public long Seed { get; init; }

    /// <summary>Whether an epoch leaves out the examples at its end that do not fill a step; false by default.</summary>
    public bool DropLastBatch { get; init; }

    /// <summary>
    /// The largest norm of the gradient, all parameters taken together: a longer one is scaled down to it (Pascanu, Mikolov and Bengio 2013,
    /// algorithm 1). Null, the default, for no clipping.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    public double? ClipNorm
    {
        get;
        init => field = CheckClipNorm(value);
    }

    /// <summary>Data that the model is measured on after each epoch and does not learn from: a <see cref="Dataset{T}"/> of the model's element type. Null, the default, for none.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>When to stop before the last epoch; null, the default, for never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    internal static double? CheckClipNorm(double? value)
    {
        if (value is { } norm && !(norm > 0 && double.IsFinite(norm)))
        {
            throw new ArgumentOutOfRangeException(nameof(ClipNorm), norm, "The largest norm of the gradient is positive and finite, or null for no clipping.");
        }

        return value;
    }

    private static int CheckPositive(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}

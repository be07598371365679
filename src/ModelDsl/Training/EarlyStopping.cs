namespace ModelDsl;

/// <summary>
/// Ends training when it no longer helps: when the validation loss (the training loss, without validation data) has not improved for a number of
/// epochs.
/// </summary>
public sealed class EarlyStopping
{
    /// <summary>The epochs without improvement after which training ends; 5 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Patience
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Patience));
            field = value;
        }
    }
    = 5;

    /// <summary>How much lower than the best so far a loss has to be to count as improvement; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not a number.</exception>
    public double MinimumDelta
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MinimumDelta));
            field = !double.IsNaN(value) ? value : throw new ArgumentOutOfRangeException(nameof(MinimumDelta), value, "The least improvement is a number.");
        }
    }

    /// <summary>Whether training ends with the weights of the best epoch rather than of the last; true by default.</summary>
    public bool RestoreBestWeights { get; init; } = true;
}

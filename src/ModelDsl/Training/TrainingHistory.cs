namespace ModelDsl;

/// <summary>What a training did, epoch by epoch.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory(IReadOnlyList<EpochResult> epochs, bool stoppedEarly)
    {
        Epochs = epochs;
        StoppedEarly = stoppedEarly;
    }

    /// <summary>The epochs in order; at least one.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>Whether <see cref="EarlyStopping"/> ended the training before its last epoch.</summary>
    public bool StoppedEarly { get; }

    /// <summary>The epoch with the lowest validation loss, or training loss without validation data; the first of equals.</summary>
    public EpochResult Best => Epochs.MinBy(epoch => double.IsNaN(epoch.MonitoredLoss) ? double.PositiveInfinity : epoch.MonitoredLoss);

    /// <summary>The last epoch.</summary>
    public EpochResult Last => Epochs[^1];
}

/// <summary>What one epoch did.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">The mean training loss over its steps, weighted by the examples' weights, each step with the weights it started from.</param>
/// <param name="ValidationLoss">The loss on the validation data at its end, or null without such data.</param>
/// <param name="ValidationAccuracy">The accuracy there, from 0 to 1, or null where predictions are not decisions.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="Seconds">How long it took, validation included.</param>
public readonly record struct EpochResult(int Epoch, double Loss, double? ValidationLoss, double? ValidationAccuracy, double LearningRate, double Seconds)
{
    /// <summary>What early stopping looks at.</summary>
    internal double MonitoredLoss => ValidationLoss ?? Loss;
}

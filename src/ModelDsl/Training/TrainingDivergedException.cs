namespace ModelDsl;

/// <summary>The loss or the gradient of a training step was not finite. The step was not taken: the weights are those before it.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was not finite, and where.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="layer">The first layer whose output was not finite, or null if none was.</param>
    public TrainingDivergedException(string message, long step, string? layer)
        : base(message)
    {
        Step = step;
        Layer = layer;
    }

    /// <summary>The step that would have been taken, from 1.</summary>
    public long Step { get; }

    /// <summary>The first layer whose output was not finite; null if all outputs were finite.</summary>
    public string? Layer { get; }
}

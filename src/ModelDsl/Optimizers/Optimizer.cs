using System.Numerics;

namespace ModelDsl;

/// <summary>
/// A rule that moves the parameters against their gradients. It holds options only and may be used for several trainings; what a
/// training accumulates (momentum, moments) belongs to the training.
/// </summary>
/// <remarks>
/// The equations are those of <c>torch.optim</c>. Weight decay applies to the parameters that a layer marks as decaying: its matrices,
/// not its biases, gains and shifts. In every 64th step, moments that have decayed below the smallest normal number become zero: they are too small to move a parameter, and would make
/// the updates of parameters without gradients slow.
/// </remarks>
public abstract class Optimizer
{
    private protected Optimizer(Schedule learningRate, double weightDecay)
    {
        ArgumentNullException.ThrowIfNull(learningRate);
        LearningRate = learningRate;
        WeightDecay = Option.NotNegative(weightDecay);
    }

    /// <summary>The learning rate's course.</summary>
    public Schedule LearningRate { get; }

    /// <summary>The strength of the weight decay; 0 for none.</summary>
    public double WeightDecay { get; }

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="totalSteps">The number of steps that the training will take.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is below 1.</exception>
    public double LearningRateAt(long step, long totalSteps) => LearningRate.RateAt(step, totalSteps);

    /// <summary>What this optimiser accumulates over a training of so many parameters, at its beginning.</summary>
    internal abstract OptimizerState<T> CreateState<T>(int parameterCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

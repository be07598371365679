using System.Numerics;

namespace ModelDsl;

/// <summary>What an optimiser accumulates over one training.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal abstract class OptimizerState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Takes one step, in place, without allocating.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="gradients">Their gradients, laid out alike.</param>
    /// <param name="definition">Which of the parameters decay.</param>
    /// <param name="learningRate">The learning rate of this step.</param>
    /// <param name="gradientScale">What every gradient is multiplied by first: clipping and accumulation.</param>
    /// <param name="step">The step, from 1; the moments' bias correction depends on it.</param>
    /// <exception cref="ArgumentException">The spans' lengths are not the number of parameters that the state was created for.</exception>
    public abstract void Update(
        Span<T> parameters, ReadOnlySpan<T> gradients, ModelDefinition definition, double learningRate, double gradientScale, long step);
}

using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>What an optimiser accumulates over one training.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="parameterCount">The number of parameters.</param>
/// <param name="weightDecay">The strength of the weight decay.</param>
internal abstract unsafe class OptimizerState<T>(int parameterCount, double weightDecay)
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
    public void Update(
        Span<T> parameters, ReadOnlySpan<T> gradients, ModelDefinition definition, double learningRate, double gradientScale, long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        CheckLength(parameters.Length, nameof(parameters));
        CheckLength(gradients.Length, nameof(gradients));
        fixed (T* parameter = parameters, gradient = gradients)
        {
            StepContext<T> context = new(new Address<T>(parameter), new Address<T>(gradient), learningRate, gradientScale, step);
            RunStretches(context, definition.Parameters);
        }

        // The moments are addressed, not referenced, while the step runs.
        GC.KeepAlive(this);
    }

    /// <summary>Takes the step for neighbouring parameters that all decay at the same strength.</summary>
    private protected abstract void Run(in StepContext<T> context, nint start, nint count, double decay);

    /// <summary>Cuts the parameters where decay begins or ends; without decay they are one stretch.</summary>
    private void RunStretches(in StepContext<T> context, ParameterSegment[] segments)
    {
        double decay = 0;
        int start = 0;
        foreach (ParameterSegment segment in segments)
        {
            if (segment.IsBuffer)
            {
                continue;
            }

            double own = segment.Decays ? weightDecay : 0;
            if (own != decay)
            {
                RunIfAny(context, start, segment.Offset, decay);
                start = segment.Offset;
                decay = own;
            }
        }

        RunIfAny(context, start, parameterCount, decay);
    }

    private void RunIfAny(in StepContext<T> context, int start, int end, double decay)
    {
        if (end > start)
        {
            Run(context, start, end - start, decay);
        }
    }

    private void CheckLength(int length, string name)
    {
        if (length != parameterCount)
        {
            throw new ArgumentException($"{name} has {length} elements; this optimiser's state is for {parameterCount}.", name);
        }
    }
}

/// <summary>What a step works on, the same for all parameters.</summary>
/// <param name="parameters">The first parameter.</param>
/// <param name="gradients">The first gradient.</param>
/// <param name="learningRate">The learning rate of the step.</param>
/// <param name="gradientScale">What every gradient is multiplied by first.</param>
/// <param name="step">The step, from 1.</param>
internal readonly struct StepContext<T>(Address<T> parameters, Address<T> gradients, double learningRate, double gradientScale, long step)
    where T : unmanaged
{
    internal Address<T> Parameters => parameters;

    internal Address<T> Gradients => gradients;

    internal double LearningRate => learningRate;

    internal double GradientScale => gradientScale;

    internal long Step => step;
}

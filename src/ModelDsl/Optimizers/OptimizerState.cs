using System.Numerics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>What an optimiser accumulates over one training.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="parameterCount">The number of parameters.</param>
/// <param name="weightDecay">The strength of the weight decay.</param>
internal abstract unsafe class OptimizerState<T>(int parameterCount, double weightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// The moments of a parameter without gradients decay, and would rest among the subnormal numbers for good, where an operation takes some processors many times as
    /// long. To look for them in each step would make all steps longer.
    /// </summary>
    private const int StepsBetweenClearing = 64;

    /// <summary>The strength of the weight decay.</summary>
    private protected double WeightDecay => weightDecay;

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
            Run(new StepContext<T>(new Address<T>(parameter), new Address<T>(gradient), learningRate, gradientScale, step), definition.Parameters);
        }

        if (step % StepsBetweenClearing == 0)
        {
            ClearSubnormalMoments();
        }

        // The moments are addressed, not referenced, while the step runs.
        GC.KeepAlive(this);
    }

    /// <summary>Takes the step: calls <see cref="Run{TUpdate}"/> with the optimiser's equations.</summary>
    private protected abstract void Run(in StepContext<T> context, ParameterSegment[] segments);

    /// <summary>Takes the step for all parameters.</summary>
    /// <typeparam name="TUpdate">The equations; an element's index is that of the parameter.</typeparam>
    /// <param name="decaying">The equations of parameters that decay.</param>
    /// <param name="others">The equations of those that do not.</param>
    /// <param name="segments">Which of the parameters decay.</param>
    /// <param name="cost">About how many operations a parameter takes.</param>
    private protected void Run<TUpdate>(in TUpdate decaying, in TUpdate others, ParameterSegment[] segments, int cost)
        where TUpdate : struct, IMap<T>
    {
        ParameterStretches stretches = new(segments, weightDecay != 0, parameterCount);
        nint operations = (nint)parameterCount * cost;
        if (!Workers.Worth(operations))
        {
            stretches.Run<T, TUpdate>(in decaying, in others, 0, 1);
            return;
        }

        int parts = (int)nint.Min(Parallelism.Threads, Partition.Count(parameterCount, Partition.Elements(cost)));
        UpdateJob<T, TUpdate> job = new(in decaying, in others, stretches, parts);
        Workers.Run(in job, parts, operations);
    }

    /// <summary>Makes what is subnormal in the moments zero: calls <see cref="ClearSubnormal"/> for each.</summary>
    private protected abstract void ClearSubnormalMoments();

    /// <summary>Makes what is subnormal in a moment, where there is one, zero.</summary>
    private protected void ClearSubnormal(AlignedMemory<T>? moment)
    {
        if (moment is not null)
        {
            Map.RunFlat<T, SubnormalClearing<T>>(new SubnormalClearing<T>(moment.Address), parameterCount, SubnormalClearing<T>.Cost);
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

/// <summary>Makes subnormal numbers zero.</summary>
/// <param name="numbers">The first of them.</param>
internal readonly struct SubnormalClearing<T>(Address<T> numbers) : IMap<T>
    where T : unmanaged
{
    /// <summary>The operations that an element takes.</summary>
    internal const int Cost = 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T> => V.Store(SimdBits<V, T>.NormalOrZero(V.Load(numbers + index, count)), numbers + index, count);
}

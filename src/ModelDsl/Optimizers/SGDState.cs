using System.Numerics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>The momentum of a training by <see cref="SGD"/>; no memory without momentum.</summary>
internal sealed class SGDState<T>(SGD optimizer, int parameterCount) : OptimizerState<T>(parameterCount, optimizer.WeightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int OperationsPerElement = 6;
    private readonly AlignedMemory<T>? momentum = optimizer.Momentum > 0 ? new AlignedMemory<T>(parameterCount) : null;

    private protected override void Run(in StepContext<T> context, ParameterSegment[] segments)
    {
        SGDUpdate<T> update = new()
        {
            Parameters = context.Parameters,
            Gradients = context.Gradients,
            Buffer = momentum is null ? default : momentum.Address,
            HasMomentum = momentum is not null,
            Nesterov = optimizer.Nesterov,
            Scale = T.CreateTruncating(context.GradientScale),
            Decay = T.Zero,
            Momentum = T.CreateTruncating(optimizer.Momentum),
            MinusRate = T.CreateTruncating(-context.LearningRate),
        };
        Run(update with { Decay = T.CreateTruncating(WeightDecay) }, in update, segments, OperationsPerElement);
    }

    private protected override void ClearSubnormalMoments() => ClearSubnormal(momentum);
}

/// <summary>The equations of <see cref="SGD"/>, element by element.</summary>
internal struct SGDUpdate<T> : IMap<T>
    where T : unmanaged
{
    internal Address<T> Parameters;
    internal Address<T> Gradients;
    internal Address<T> Buffer;
    internal bool HasMomentum;
    internal bool Nesterov;
    internal T Scale;
    internal T Decay;
    internal T Momentum;
    internal T MinusRate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T>
    {
        V parameter = V.Load(Parameters + index, count);
        V gradient = V.Load(Gradients + index, count) * V.Splat(Scale);
        gradient = V.FusedMultiplyAdd(V.Splat(Decay), parameter, gradient);
        V direction = gradient;
        if (HasMomentum)
        {
            // The buffer starts at zero, so the first step leaves the gradient in it, as it should.
            direction = V.FusedMultiplyAdd(V.Splat(Momentum), V.Load(Buffer + index, count), gradient);
            V.Store(direction, Buffer + index, count);
            if (Nesterov)
            {
                direction = V.FusedMultiplyAdd(V.Splat(Momentum), direction, gradient);
            }
        }

        V.Store(V.FusedMultiplyAdd(V.Splat(MinusRate), direction, parameter), Parameters + index, count);
    }
}

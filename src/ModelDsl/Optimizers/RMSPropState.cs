using System.Numerics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>The moments of a training by <see cref="RMSProp"/>; no memory for those that its options do not need.</summary>
internal sealed class RMSPropState<T>(RMSProp optimizer, int parameterCount) : OptimizerState<T>(parameterCount, optimizer.WeightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What one element takes, with a square root and a division at their price.</summary>
    private const int OperationsPerElement = 30;

    private readonly AlignedMemory<T> square = new(parameterCount);
    private readonly AlignedMemory<T>? mean = optimizer.Centered ? new AlignedMemory<T>(parameterCount) : null;
    private readonly AlignedMemory<T>? momentum = optimizer.Momentum > 0 ? new AlignedMemory<T>(parameterCount) : null;

    private protected override void Run(in StepContext<T> context, ParameterSegment[] segments)
    {
        RMSPropUpdate<T> update = new()
        {
            Parameters = context.Parameters,
            Gradients = context.Gradients,
            Square = square.Address,
            Mean = mean is null ? default : mean.Address,
            Buffer = momentum is null ? default : momentum.Address,
            Centered = mean is not null,
            HasMomentum = momentum is not null,
            Scale = T.CreateTruncating(context.GradientScale),
            Decay = T.Zero,
            Alpha = T.CreateTruncating(optimizer.Alpha),
            Share = T.CreateTruncating(1 - optimizer.Alpha),
            Epsilon = T.CreateTruncating(optimizer.Epsilon),
            Momentum = T.CreateTruncating(optimizer.Momentum),
            MinusRate = T.CreateTruncating(-context.LearningRate),
        };
        Run(update with { Decay = T.CreateTruncating(WeightDecay) }, in update, segments, OperationsPerElement);
    }

    private protected override void ClearSubnormalMoments()
    {
        ClearSubnormal(square);
        ClearSubnormal(mean);
        ClearSubnormal(momentum);
    }
}

/// <summary>The equations of <see cref="RMSProp"/>, element by element.</summary>
internal struct RMSPropUpdate<T> : IMap<T>
    where T : unmanaged
{
    internal Address<T> Parameters;
    internal Address<T> Gradients;
    internal Address<T> Square;
    internal Address<T> Mean;
    internal Address<T> Buffer;
    internal bool Centered;
    internal bool HasMomentum;
    internal T Scale;
    internal T Decay;
    internal T Alpha;
    internal T Share;
    internal T Epsilon;
    internal T Momentum;
    internal T MinusRate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T>
    {
        V parameter = V.Load(Parameters + index, count);
        V gradient = V.Load(Gradients + index, count) * V.Splat(Scale);
        gradient = V.FusedMultiplyAdd(V.Splat(Decay), parameter, gradient);

        V square = V.Load(Square + index, count) * V.Splat(Alpha);
        square = V.FusedMultiplyAdd(V.Splat(Share) * gradient, gradient, square);
        V.Store(square, Square + index, count);
        if (Centered)
        {
            V mean = V.Load(Mean + index, count);
            mean = V.FusedMultiplyAdd(V.Splat(Share), gradient - mean, mean);
            V.Store(mean, Mean + index, count);

            // A variance that rounding has made negative would give NaN.
            square = V.Max(V.FusedMultiplyAdd(-mean, mean, square), V.Zero);
        }

        V direction = gradient / (V.Sqrt(square) + V.Splat(Epsilon));
        if (HasMomentum)
        {
            direction = V.FusedMultiplyAdd(V.Splat(Momentum), V.Load(Buffer + index, count), direction);
            V.Store(direction, Buffer + index, count);
        }

        V.Store(V.FusedMultiplyAdd(V.Splat(MinusRate), direction, parameter), Parameters + index, count);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>The moments of a training by <see cref="Adam"/> or <see cref="AdamW"/>.</summary>
internal sealed class AdamState<T>(double beta1, double beta2, double epsilon, double weightDecay, bool isDecoupled, int parameterCount)
    : OptimizerState<T>(parameterCount, weightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What one element takes, with a square root and a division at their price.</summary>
    private const int OperationsPerElement = 30;

    private readonly AlignedMemory<T> mean = new(parameterCount);
    private readonly AlignedMemory<T> square = new(parameterCount);

    private protected override void Run(in StepContext<T> context, ParameterSegment[] segments)
    {
        double firstCorrection = 1 - Math.Pow(beta1, context.Step);
        double secondCorrection = 1 - Math.Pow(beta2, context.Step);
        AdamUpdate<T> update = new()
        {
            Parameters = context.Parameters,
            Gradients = context.Gradients,
            Mean = mean.Address,
            Square = square.Address,
            Scale = T.CreateTruncating(context.GradientScale),
            Penalty = T.Zero,
            Keep = T.One,
            MeanShare = T.CreateTruncating(1 - beta1),
            SquareKeep = T.CreateTruncating(beta2),
            SquareShare = T.CreateTruncating(1 - beta2),
            RootFactor = T.CreateTruncating(1 / Math.Sqrt(secondCorrection)),
            Epsilon = T.CreateTruncating(epsilon),
            MinusRate = T.CreateTruncating(-context.LearningRate / firstCorrection),
        };
        AdamUpdate<T> decaying = isDecoupled
            ? update with { Keep = T.CreateTruncating(1 - (context.LearningRate * WeightDecay)) }
            : update with { Penalty = T.CreateTruncating(WeightDecay) };
        Run(in decaying, in update, segments, OperationsPerElement);
    }

    private protected override void ClearSubnormalMoments()
    {
        ClearSubnormal(mean);
        ClearSubnormal(square);
    }
}

/// <summary>The equations of <see cref="Adam"/> and <see cref="AdamW"/>, element by element.</summary>
internal struct AdamUpdate<T> : IMap<T>
    where T : unmanaged
{
    internal Address<T> Parameters;
    internal Address<T> Gradients;
    internal Address<T> Mean;
    internal Address<T> Square;
    internal T Scale;
    internal T Penalty;
    internal T Keep;
    internal T MeanShare;
    internal T SquareKeep;
    internal T SquareShare;
    internal T RootFactor;
    internal T Epsilon;
    internal T MinusRate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T>
    {
        V parameter = V.Load(Parameters + index, count);
        V gradient = V.Load(Gradients + index, count) * V.Splat(Scale);
        gradient = V.FusedMultiplyAdd(V.Splat(Penalty), parameter, gradient);

        V mean = V.Load(Mean + index, count);
        mean = V.FusedMultiplyAdd(V.Splat(MeanShare), gradient - mean, mean);
        V.Store(mean, Mean + index, count);

        V square = V.Load(Square + index, count) * V.Splat(SquareKeep);
        square = V.FusedMultiplyAdd(V.Splat(SquareShare) * gradient, gradient, square);
        V.Store(square, Square + index, count);

        V denominator = V.FusedMultiplyAdd(V.Sqrt(square), V.Splat(RootFactor), V.Splat(Epsilon));
        parameter *= V.Splat(Keep);
        V.Store(V.FusedMultiplyAdd(V.Splat(MinusRate), mean / denominator, parameter), Parameters + index, count);
    }
}

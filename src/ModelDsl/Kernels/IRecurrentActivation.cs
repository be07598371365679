using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The activation of a gate or of a plain recurrent cell; its gradient follows from its value.</summary>
internal interface IRecurrentActivation<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The activation.</summary>
    static abstract V Value(V x);

    /// <summary>The gradient of x where <paramref name="value"/> is the activation of x.</summary>
    static abstract V Gradient(V value, V valueGradient);
}

/// <summary>tanh x, with the derivative 1 − tanh² x.</summary>
internal readonly struct TanhActivation<T, V> : IRecurrentActivation<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Value(V x) => V.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Gradient(V value, V valueGradient) => valueGradient * V.FusedMultiplyAdd(-value, value, V.Constant(1));
}

/// <summary>max(0, x), with the derivative 0 at 0.</summary>
internal readonly struct ReLUActivation<T, V> : IRecurrentActivation<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Value(V x) => V.Max(x, V.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Gradient(V value, V valueGradient) => V.Select(V.GreaterThan(value, V.Zero), valueGradient, V.Zero);
}

/// <summary>σ(x), with the derivative σ(x)·(1 − σ(x)).</summary>
internal readonly struct SigmoidActivation<T, V> : IRecurrentActivation<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Value(V x) => V.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Gradient(V value, V valueGradient) => valueGradient * (value * (V.Constant(1) - value));
}

/// <summary>A gate of a row of units.</summary>
internal static class RecurrentGate<T, V, TActivation>
    where T : unmanaged
    where V : struct, ISimd<V, T>
    where TActivation : struct, IRecurrentActivation<T, V>
{
    /// <summary>The sums of gate <paramref name="gate"/> become its values, which are also kept.</summary>
    /// <remarks>A loop for one activation alone: the JIT stops inlining where a method has more of them, and a call for each operation follows.</remarks>
    [MethodImpl(Simd.Loop)]
    internal static void Run(in RecurrencePlace<T> at, nint gate)
    {
        Address<T> sums = at.Sums + (gate * at.SumStep), bias = at.Bias + (gate * at.BiasStep), gates = at.Gates + (gate * at.Units);
        Address<T> kept = at.Kept + (gate * at.Units);
        nint unit = 0;
        for (; unit <= at.Units - V.Count; unit += V.Count)
        {
            V value = TActivation.Value(V.Load(gates + unit) + (V.Load(sums + unit) + V.Load(bias + unit)));
            V.Store(value, sums + unit);
            if (at.Keeps)
            {
                V.Store(value, kept + unit);
            }
        }

        if (unit < at.Units)
        {
            int count = (int)(at.Units - unit);
            V value = TActivation.Value(V.Load(gates + unit, count) + (V.Load(sums + unit) + V.Load(bias + unit)));
            V.Store(value, sums + unit, count);
            if (at.Keeps)
            {
                V.Store(value, kept + unit, count);
            }
        }
    }
}

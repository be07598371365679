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

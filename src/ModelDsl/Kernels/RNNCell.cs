using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The plain recurrent cell h' = a(x + h·W + b) (Elman 1990).</summary>
internal readonly struct RNNCell<T, V, TActivation> : IRecurrentCell<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
    where TActivation : struct, IRecurrentActivation<T, V>
{
    public static int Gates => 1;

    public static bool Bypasses => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(in RecurrencePlace<T> at, nint unit, int count)
    {
        V sum = V.Load(at.Sums + unit) + V.Load(at.Bias + unit);
        V next = TActivation.Value(V.Load(at.Gates + unit, count) + sum);
        V.Store(next, at.Next + unit);
        V.Store(next, at.Output + unit, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient(in RecurrenceGradientPlace<T> at, nint unit, int count)
    {
        V gradient = V.Load(at.OutputGradient + unit, count) + V.Load(at.State + unit);
        V sum = TActivation.Gradient(V.Load(at.Output + unit, count), gradient);
        V.Store(sum, at.GateGradient + unit, count);
        V.Store(sum, at.Sums + unit);
    }
}

/// <summary>The activation of a plain recurrent cell; its gradient follows from its value.</summary>
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

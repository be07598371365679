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

    [MethodImpl(Simd.Loop)]
    public static void Forward<TSpan>(in RecurrencePlace<T> at)
        where TSpan : struct, IUnitSpan
    {
        for (nint unit = TSpan.Start(at.Units, V.Count); unit < TSpan.End(at.Units, V.Count); unit += V.Count)
        {
            int count = TSpan.Count(at.Units, unit, V.Count);
            V sum = V.Load(at.Sums + unit) + V.Load(at.Bias + unit);
            V next = TActivation.Value(V.Load(at.Gates + unit, count) + sum);
            V.Store(next, at.Hidden + unit);
            V.Store(next, at.Output + unit, count);
        }
    }

    [MethodImpl(Simd.Loop)]
    public static void Gradient<TSpan>(in RecurrenceGradientPlace<T> at)
        where TSpan : struct, IUnitSpan
    {
        for (nint unit = TSpan.Start(at.Units, V.Count); unit < TSpan.End(at.Units, V.Count); unit += V.Count)
        {
            int count = TSpan.Count(at.Units, unit, V.Count);
            V gradient = V.Load(at.OutputGradient + unit, count) + V.Load(at.State + unit);
            V sum = TActivation.Gradient(V.Load(at.Output + unit, count), gradient);
            V.Store(sum, at.GateGradient + unit, count);
            V.Store(sum, at.Sums + unit);
        }
    }
}

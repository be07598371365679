using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The gated recurrent unit (Cho et al. 2014) with the reset gate after the product: n = tanh(x_n + σ(r)·q) with q = h·W_hn + b_hn, and
/// h' = (1 − σ(z))·n + σ(z)·h.
/// </summary>
internal readonly struct GRUCell<T, V> : IRecurrentCell<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    public static int Gates => 3;

    public static bool Bypasses => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(in RecurrencePlace<T> at, nint unit, int count)
    {
        Address<T> gates = at.Gates + unit;
        V r = V.Sigmoid(V.Load(gates, count) + Sum(in at, 0, unit)), z = V.Sigmoid(V.Load(gates + at.Units, count) + Sum(in at, 1, unit));
        V q = Sum(in at, 2, unit);
        V n = V.Tanh(V.FusedMultiplyAdd(r, q, V.Load(gates + (2 * at.Units), count)));
        V next = V.FusedMultiplyAdd(z, V.Load(at.Hidden + unit) - n, n);
        V.Store(next, at.Next + unit);
        V.Store(next, at.Output + unit, count);
        if (at.Keeps)
        {
            Address<T> kept = at.Kept + unit;
            V.Store(r, kept, count);
            V.Store(z, kept + at.Units, count);
            V.Store(n, kept + (2 * at.Units), count);
            V.Store(q, kept + (3 * at.Units), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Gradient(in RecurrenceGradientPlace<T> at, nint unit, int count)
    {
        Address<T> kept = at.Kept + unit;
        V one = V.Constant(1), r = V.Load(kept, count), z = V.Load(kept + at.Units, count);
        V n = V.Load(kept + (2 * at.Units), count), q = V.Load(kept + (3 * at.Units), count);
        V previous = at.PreviousOutput.Pointer is null ? V.Zero : V.Load(at.PreviousOutput + unit, count);
        V hidden = V.Load(at.OutputGradient + unit, count) + V.Load(at.State + unit);
        V candidate = hidden * (one - z) * V.FusedMultiplyAdd(-n, n, one);
        V.Store(hidden * z, at.State + unit);
        Store(in at, 0, unit, count, candidate * q * (r * (one - r)));
        Store(in at, 1, unit, count, hidden * (previous - n) * (z * (one - z)));
        V.Store(candidate, at.GateGradient + (unit + (2 * at.Units)), count);
        V.Store(candidate * r, at.RecurrentGradient + (unit + (2 * at.Units)), count);
        V.Store(candidate * r, at.Sums + (unit + (2 * at.SumStep)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sum(in RecurrencePlace<T> at, nint gate, nint unit) =>
        V.Load(at.Sums + (unit + (gate * at.SumStep))) + V.Load(at.Bias + (unit + (gate * at.BiasStep)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in RecurrenceGradientPlace<T> at, nint gate, nint unit, int count, V gradient)
    {
        V.Store(gradient, at.GateGradient + (unit + (gate * at.Units)), count);
        V.Store(gradient, at.RecurrentGradient + (unit + (gate * at.Units)), count);
        V.Store(gradient, at.Sums + (unit + (gate * at.SumStep)));
    }
}

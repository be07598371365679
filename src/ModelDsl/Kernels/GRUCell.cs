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

    [MethodImpl(Simd.Loop)]
    public static void Forward<TSpan>(in RecurrencePlace<T> at)
        where TSpan : struct, IUnitSpan
    {
        RecurrentGate<T, V, SigmoidActivation<T, V>, TSpan>.Run(in at, 0);
        RecurrentGate<T, V, SigmoidActivation<T, V>, TSpan>.Run(in at, 1);
        for (nint unit = TSpan.Start(at.Units, V.Count); unit < TSpan.End(at.Units, V.Count); unit += V.Count)
        {
            int count = TSpan.Count(at.Units, unit, V.Count);
            Address<T> gates = at.Sums + unit;
            V q = V.Load(gates + (2 * at.SumStep)) + V.Load(at.Bias + (unit + (2 * at.BiasStep)));
            V n = V.Tanh(V.FusedMultiplyAdd(V.Load(gates), q, V.Load(at.Gates + (unit + (2 * at.Units)), count)));
            V hidden = V.FusedMultiplyAdd(V.Load(gates + at.SumStep), V.Load(at.Hidden + unit) - n, n);
            V.Store(hidden, at.Hidden + unit);
            V.Store(hidden, at.Output + unit, count);
            if (at.Keeps)
            {
                V.Store(n, at.Kept + (unit + (2 * at.Units)), count);
                V.Store(q, at.Kept + (unit + (3 * at.Units)), count);
            }
        }
    }

    [MethodImpl(Simd.Loop)]
    public static unsafe void Gradient<TSpan>(in RecurrenceGradientPlace<T> at)
        where TSpan : struct, IUnitSpan
    {
        for (nint unit = TSpan.Start(at.Units, V.Count); unit < TSpan.End(at.Units, V.Count); unit += V.Count)
        {
            int count = TSpan.Count(at.Units, unit, V.Count);
            Address<T> kept = at.Kept + unit;
            V r = V.Load(kept, count), z = V.Load(kept + at.Units, count);
            V n = V.Load(kept + (2 * at.Units), count), q = V.Load(kept + (3 * at.Units), count);
            V previous = at.PreviousOutput.Pointer is null ? V.Zero : V.Load(at.PreviousOutput + unit, count);
            V hidden = V.Load(at.OutputGradient + unit, count) + V.Load(at.State + unit);
            V candidate = TanhActivation<T, V>.Gradient(n, hidden * (V.Constant(1) - z));
            V.Store(hidden * z, at.State + unit);
            Store(in at, 0, unit, count, SigmoidActivation<T, V>.Gradient(r, candidate * q));
            Store(in at, 1, unit, count, SigmoidActivation<T, V>.Gradient(z, hidden * (previous - n)));
            V.Store(candidate, at.GateGradient + (unit + (2 * at.Units)), count);
            V.Store(candidate * r, at.RecurrentGradient + (unit + (2 * at.Units)), count);
            V.Store(candidate * r, at.Sums + (unit + (2 * at.SumStep)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in RecurrenceGradientPlace<T> at, nint gate, nint unit, int count, V gradient)
    {
        V.Store(gradient, at.GateGradient + (unit + (gate * at.Units)), count);
        V.Store(gradient, at.RecurrentGradient + (unit + (gate * at.Units)), count);
        V.Store(gradient, at.Sums + (unit + (gate * at.SumStep)));
    }
}

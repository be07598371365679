using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000): c' = σ(f)·c + σ(i)·tanh(g) and
/// h' = σ(o)·tanh(c').
/// </summary>
internal readonly struct LSTMCell<T, V> : IRecurrentCell<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    public static int Gates => 4;

    public static bool Bypasses => false;

    [MethodImpl(Simd.Loop)]
    public static void Forward<TSpan>(in RecurrencePlace<T> at)
        where TSpan : struct, IUnitSpan
    {
        RecurrentGate<T, V, SigmoidActivation<T, V>, TSpan>.Run(in at, 0);
        RecurrentGate<T, V, SigmoidActivation<T, V>, TSpan>.Run(in at, 1);
        RecurrentGate<T, V, TanhActivation<T, V>, TSpan>.Run(in at, 2);
        RecurrentGate<T, V, SigmoidActivation<T, V>, TSpan>.Run(in at, 3);
        for (nint unit = TSpan.Start(at.Units, V.Count); unit < TSpan.End(at.Units, V.Count); unit += V.Count)
        {
            int count = TSpan.Count(at.Units, unit, V.Count);
            Address<T> gates = at.Sums + unit;
            V memory = V.FusedMultiplyAdd(V.Load(gates + at.SumStep), V.Load(at.Memory + unit), V.Load(gates) * V.Load(gates + (2 * at.SumStep)));
            V hidden = V.Load(gates + (3 * at.SumStep)) * V.Tanh(memory);
            V.Store(memory, at.Memory + unit);
            V.Store(hidden, at.Hidden + unit);
            V.Store(hidden, at.Output + unit, count);
            if (at.Keeps)
            {
                V.Store(memory, at.Kept + (unit + (4 * at.Units)), count);
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
            V i = V.Load(kept, count), f = V.Load(kept + at.Units, count), g = V.Load(kept + (2 * at.Units), count);
            V o = V.Load(kept + (3 * at.Units), count), tanh = V.Tanh(V.Load(kept + (4 * at.Units), count));
            V previous = at.PreviousKept.Pointer is null ? V.Zero : V.Load(at.PreviousKept + (unit + (4 * at.Units)), count);
            V hidden = V.Load(at.OutputGradient + unit, count) + V.Load(at.State + unit);
            V memory = V.Load(at.Memory + unit) + TanhActivation<T, V>.Gradient(tanh, hidden * o);
            V.Store(memory * f, at.Memory + unit);
            Store(in at, 0, unit, count, SigmoidActivation<T, V>.Gradient(i, memory * g));
            Store(in at, 1, unit, count, SigmoidActivation<T, V>.Gradient(f, memory * previous));
            Store(in at, 2, unit, count, TanhActivation<T, V>.Gradient(g, memory * i));
            Store(in at, 3, unit, count, SigmoidActivation<T, V>.Gradient(o, hidden * tanh));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in RecurrenceGradientPlace<T> at, nint gate, nint unit, int count, V gradient)
    {
        V.Store(gradient, at.GateGradient + (unit + (gate * at.Units)), count);
        V.Store(gradient, at.Sums + (unit + (gate * at.SumStep)));
    }
}

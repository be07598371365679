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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(in RecurrencePlace<T> at, nint unit, int count)
    {
        V i = V.Sigmoid(Sum(in at, 0, unit, count)), f = V.Sigmoid(Sum(in at, 1, unit, count));
        V g = V.Tanh(Sum(in at, 2, unit, count)), o = V.Sigmoid(Sum(in at, 3, unit, count));
        V memory = V.FusedMultiplyAdd(f, V.Load(at.Memory + unit), i * g);
        V next = o * V.Tanh(memory);
        V.Store(memory, at.Memory + unit);
        V.Store(next, at.Next + unit);
        V.Store(next, at.Output + unit, count);
        if (at.Keeps)
        {
            Address<T> kept = at.Kept + unit;
            V.Store(i, kept, count);
            V.Store(f, kept + at.Units, count);
            V.Store(g, kept + (2 * at.Units), count);
            V.Store(o, kept + (3 * at.Units), count);
            V.Store(memory, kept + (4 * at.Units), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Gradient(in RecurrenceGradientPlace<T> at, nint unit, int count)
    {
        Address<T> kept = at.Kept + unit;
        V one = V.Constant(1), i = V.Load(kept, count), f = V.Load(kept + at.Units, count), g = V.Load(kept + (2 * at.Units), count);
        V o = V.Load(kept + (3 * at.Units), count), tanh = V.Tanh(V.Load(kept + (4 * at.Units), count));
        V previous = at.PreviousKept.Pointer is null ? V.Zero : V.Load(at.PreviousKept + (unit + (4 * at.Units)), count);
        V hidden = V.Load(at.OutputGradient + unit, count) + V.Load(at.State + unit);
        V memory = V.FusedMultiplyAdd(hidden * o, V.FusedMultiplyAdd(-tanh, tanh, one), V.Load(at.Memory + unit));
        V.Store(memory * f, at.Memory + unit);
        Store(in at, 0, unit, count, memory * g * (i * (one - i)));
        Store(in at, 1, unit, count, memory * previous * (f * (one - f)));
        Store(in at, 2, unit, count, memory * i * V.FusedMultiplyAdd(-g, g, one));
        Store(in at, 3, unit, count, hidden * tanh * (o * (one - o)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sum(in RecurrencePlace<T> at, nint gate, nint unit, int count) =>
        V.Load(at.Gates + (unit + (gate * at.Units)), count)
        + (V.Load(at.Sums + (unit + (gate * at.SumStep))) + V.Load(at.Bias + (unit + (gate * at.BiasStep))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in RecurrenceGradientPlace<T> at, nint gate, nint unit, int count, V gradient)
    {
        V.Store(gradient, at.GateGradient + (unit + (gate * at.Units)), count);
        V.Store(gradient, at.Sums + (unit + (gate * at.SumStep)));
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// A gate of a row of units. It is a loop for one activation alone: the JIT inlines only so much into a method, and beyond that each operation
/// of a vector becomes a call.
/// </summary>
internal static class RecurrentGate<T, V, TActivation, TSpan>
    where T : unmanaged
    where V : struct, ISimd<V, T>
    where TActivation : struct, IRecurrentActivation<T, V>
    where TSpan : struct, IUnitSpan
{
    /// <summary>The sums of gate <paramref name="gate"/> become its values, which are also kept.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Run(in RecurrencePlace<T> at, nint gate)
    {
        Address<T> sums = at.Sums + (gate * at.SumStep), bias = at.Bias + (gate * at.BiasStep);
        Address<T> gates = at.Gates + (gate * at.Units), kept = at.Kept + (gate * at.Units);
        for (nint unit = TSpan.Start(at.Units, V.Count); unit < TSpan.End(at.Units, V.Count); unit += V.Count)
        {
            int count = TSpan.Count(at.Units, unit, V.Count);
            V value = TActivation.Value(V.Load(gates + unit, count) + (V.Load(sums + unit) + V.Load(bias + unit)));
            V.Store(value, sums + unit, count);
            if (at.Keeps)
            {
                V.Store(value, kept + unit, count);
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>sums[i] += terms[i]: the second halves of sums that two threads have shared.</summary>
internal readonly struct AddMap<T>(Address<T> terms, Address<T> sums) : IMap<T>
    where T : unmanaged
{
    public static bool IsFlat => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T> => V.Store(V.Load(sums + index, count) + V.Load(terms + index, count), sums + index, count);
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What the functions of an attention's scores share.</summary>
internal static unsafe class AttentionLanes<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>How far <paramref name="position"/> is from those of the lanes, the first of which is <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Distance(nint position, nint first) => V.Abs(V.Constant(position - first) - V.Iota);

    /// <summary>The lanes from <paramref name="column"/> on that lie before <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Before(nint column, nint count) => V.GreaterThan(V.Constant(count - column), V.Iota);

    /// <summary>The lanes from <paramref name="query"/> on that see <paramref name="key"/> where none sees a key after itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Seeing(nint key, nint query) => V.GreaterThan(V.Iota, V.Constant(key - query - 1));

    /// <summary>Zeros in the rows from <paramref name="key"/> to before <paramref name="end"/>.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Clear(T* x, nint stride, nint key, nint end)
    {
        for (; key < end; key++)
        {
            V.Store(V.Zero, new Address<T>(x + (key * stride)));
        }
    }
}

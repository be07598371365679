using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What the row functions of an attention and of its gradient share.</summary>
internal static class AttentionLanes<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>|t − s| of query t and the keys from <paramref name="column"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Distance(nint query, nint column) => V.Abs(V.Constant(query - column) - V.Iota);

    /// <summary>The lanes whose weights are dropped, the first of them with the random number <paramref name="counter"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Dropped(RandomKey key, nint counter, V dropout) => V.GreaterThan(dropout, V.Uniform(key, counter));

    /// <summary>The lanes from <paramref name="column"/> on that lie before <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Inside(nint column, nint count) => V.GreaterThan(V.Constant(count - column), V.Iota);

    /// <summary>Zeros from <paramref name="column"/> on, in whole vectors up to <paramref name="end"/> or beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Clear(Address<T> x, nint column, nint end)
    {
        for (; column < end; column += V.Count)
        {
            V.Store(V.Zero, x + column);
        }
    }
}

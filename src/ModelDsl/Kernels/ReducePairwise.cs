using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Four vectors that are summed side by side, so that an addition need not wait for the one before.</summary>
internal struct Quad<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged
{
    internal V A;
    internal V B;
    internal V C;
    internal V D;

    /// <summary>The number of lanes of all four.</summary>
    internal static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4 * V.Count;
    }

    /// <summary>The sum of all lanes.</summary>
    internal readonly T Total
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Sum(A + B + (C + D));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<V, T> operator +(Quad<V, T> left, Quad<V, T> right) =>
        new() { A = left.A + right.A, B = left.B + right.B, C = left.C + right.C, D = left.D + right.D };
}

/// <summary>
/// Adds up the sums of chunks pairwise while they come. After n chunks there is one partial sum for each bit that is set in n, as the carries of
/// a binary counter leave them.
/// </summary>
internal struct Pairwise<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged
{
    private Partials partials;
    private int depth;
    private nint chunks;

    /// <summary>Makes it empty, without touching the memory of the partial sums.</summary>
    internal static void Clear(out Pairwise<V, T> sums)
    {
        Unsafe.SkipInit(out sums);
        sums.depth = 0;
        sums.chunks = 0;
    }

    internal void Add(Quad<V, T> chunk)
    {
        for (nint carries = chunks; (carries & 1) != 0; carries >>= 1)
        {
            chunk = partials[--depth] + chunk;
        }

        partials[depth++] = chunk;
        chunks++;
    }

    /// <summary>The sum of all chunks, of which there must be one.</summary>
    internal readonly Quad<V, T> Total()
    {
        int last = depth - 1;
        Quad<V, T> total = partials[last];
        while (last > 0)
        {
            total = partials[--last] + total;
        }

        return total;
    }

    /// <summary>One for each bit of the number of chunks, which is below 2^48 for anything that fits into memory.</summary>
    [InlineArray(48)]
    private struct Partials
    {
        private Quad<V, T> first;
    }
}

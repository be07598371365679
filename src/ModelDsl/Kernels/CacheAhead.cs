using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>
/// Brings memory nearer while a product keeps the processor busy: short runs far apart, as an example's at a step of a recurrence, or rows of a tile, which the
/// processor does not foresee. A hint: where .NET has none, nothing happens.
/// </summary>
internal static unsafe class CacheAhead
{
    private const nint Line = 64;

    /// <summary>Asks for <paramref name="count"/> elements.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Fetch<T>(Address<T> start, nint count)
        where T : unmanaged
    {
        byte* end = (byte*)(start.Pointer + count);
        for (byte* line = (byte*)start.Pointer; Sse.IsSupported && line < end; line += Line)
        {
            Sse.Prefetch1(line);
        }
    }

    /// <summary>Asks for a run of at most two vectors that is written soon, into the first level.</summary>
    /// <param name="run">The first element.</param>
    /// <param name="last">The last one's distance from it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Near<T>(T* run, nint last)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(run);
            Sse.Prefetch0(run + last);
        }
    }

    /// <summary>Asks for the line of an element that is read later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Far<T>(T* element)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(element);
        }
    }

    /// <summary>Asks for the lines of two neighbouring pixels of two rows, those of a tile of 2 × 2, which are read or written later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Tile<T>(T* first, nint pitch, nint pixel)
        where T : unmanaged
    {
        Far(first);
        Far(first + pixel);
        Far(first + pitch);
        Far(first + pitch + pixel);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>
/// Brings memory into the second level of the cache while a product keeps the processor busy. What a recurrence reads at a step lies in short runs,
/// one for each example and a whole sequence apart, which the processor does not foresee.
/// </summary>
internal static unsafe class CacheAhead
{
    private const nint Line = 64;

    /// <summary>Asks for <paramref name="count"/> elements; where .NET has no such hint it does nothing.</summary>
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
}

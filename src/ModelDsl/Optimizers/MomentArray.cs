using System.Numerics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>One number for each parameter, zero at first, in pinned memory that starts on a cache line.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed unsafe class MomentArray<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Alignment = 64;
    private readonly T[] pinned;
    private readonly int first;

    internal MomentArray(int length)
    {
        pinned = GC.AllocateArray<T>(length + (Alignment / sizeof(T)), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref pinned[0]);
        nuint aligned = (start + Alignment - 1) & ~(nuint)(Alignment - 1);
        first = (int)(aligned - start) / sizeof(T);
    }

    /// <summary>The address of the first number.</summary>
    internal Address<T> Address => new((T*)Unsafe.AsPointer(ref pinned[first]));
}

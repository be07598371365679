using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Zeroed memory that does not move and starts at a multiple of 64 bytes. It lies in an array, so that a span of it keeps it alive; whoever
/// uses <see cref="Address"/> has to keep this object alive until done.
/// </summary>
internal sealed unsafe class AlignedMemory<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T[] pinned;
    private readonly int start;
    private readonly int length;

    /// <summary>Takes memory for a number of elements.</summary>
    /// <exception cref="InvalidOperationException">There are more elements than an array can hold.</exception>
    internal AlignedMemory(long elements)
    {
        int slack = Alignment / sizeof(T);
        if (elements > Array.MaxLength - slack)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The work on one batch needs memory for {elements} numbers, more than the {Array.MaxLength - slack} that one array holds; a smaller batch helps."));
        }

        length = (int)elements;
        pinned = GC.AllocateArray<T>(length + slack, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref pinned[0]);
        start = (int)((0 - address) % Alignment) / sizeof(T);
        Address = new Address<T>((T*)Unsafe.AsPointer(ref pinned[start]));
    }

    internal Address<T> Address { get; }

    internal int Length => length;

    internal Span<T> Span => pinned.AsSpan(start, length);
}

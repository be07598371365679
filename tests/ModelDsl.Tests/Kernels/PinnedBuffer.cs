using System.Runtime.InteropServices;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>Memory that does not move and starts at a multiple of 64 bytes, zeroed, for the duration of a test.</summary>
internal sealed unsafe class PinnedBuffer<T> : IDisposable
    where T : unmanaged
{
    private T* start;

    internal PinnedBuffer(int length)
    {
        Length = length;
        start = (T*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, length) * (nuint)sizeof(T), 64);
        Span.Clear();
    }

    internal PinnedBuffer(ReadOnlySpan<T> values)
        : this(values.Length) => values.CopyTo(Span);

    internal int Length { get; }

    internal Address<T> Address => new(start);

    internal Span<T> Span => new(start, Length);

    public void Dispose()
    {
        NativeMemory.AlignedFree(start);
        start = null;
    }
}

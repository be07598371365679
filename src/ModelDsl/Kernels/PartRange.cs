using System.Runtime.InteropServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Neighbouring parts of a job, of which threads take one after the other. Each thread writes to its range all the time, so no two
/// share a line of the cache, nor does one with the length of the array that they lie in.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct PartRange
{
    /// <summary>The next part to take.</summary>
    [FieldOffset(64)]
    internal int Next;

    /// <summary>The part after the last.</summary>
    [FieldOffset(68)]
    internal int End;

    internal bool TryTake(out int part) => (part = Interlocked.Increment(ref Next) - 1) < End;

    /// <summary>Leaves out the parts that nobody has taken.</summary>
    internal void Close() => Volatile.Write(ref Next, End);
}

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

/// <summary>The job that threads can join, with nothing near it that others write: who sees its number has the rest with it.</summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal unsafe struct Announcement
{
    /// <summary>
    /// The number of the job, whether it can be joined, and how many threads have joined, in one word: joining is one exchange, and a thread that wakes late
    /// can neither join a job that is over nor mistake it for the next.
    /// </summary>
    [FieldOffset(64)]
    internal long State;

    /// <summary>Takes parts of <see cref="Job"/> as thread number so many.</summary>
    [FieldOffset(72)]
    internal delegate*<void*, int, void> Work;

    /// <summary>The job, in its caller's memory.</summary>
    [FieldOffset(80)]
    internal void* Job;

    /// <summary>The most threads that take part.</summary>
    [FieldOffset(88)]
    internal int Threads;
}

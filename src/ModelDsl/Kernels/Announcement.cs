using System.Runtime.InteropServices;

namespace ModelDsl.Kernels;

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

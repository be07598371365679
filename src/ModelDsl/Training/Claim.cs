using System.Runtime.InteropServices;

namespace ModelDsl;

/// <summary>
/// Whether someone has what only one may have at a time. It shares no line of the cache with its neighbours (processors fetch lines in pairs of 128 bytes): it is written
/// twice by every use, and threads that use different things at the same time would wait for each other's line.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct Claim
{
    [FieldOffset(128)]
    private int taken;

    /// <summary>Takes it for the caller alone, unless someone else has it.</summary>
    internal bool TryTake() => taken == 0 && Interlocked.Exchange(ref taken, 1) == 0;

    /// <summary>Ends what <see cref="TryTake"/> began.</summary>
    internal void GiveBack() => Volatile.Write(ref taken, 0);
}

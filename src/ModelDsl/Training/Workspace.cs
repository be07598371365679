using System.Numerics;

namespace ModelDsl;

/// <summary>The two arenas of one execution of a program.</summary>
internal sealed class Workspace<T>(ExecutionPlan plan, int batch)
    where T : unmanaged
{
    /// <summary>The arena that grows with the batch.</summary>
    internal AlignedMemory<T> Arena { get; } = new((long)plan.ArenaPerExample * batch);

    /// <summary>The arena that does not.</summary>
    internal AlignedMemory<T> Fixed { get; } = new(plan.FixedElements);

    /// <summary>The largest batch that fits.</summary>
    internal int Capacity => batch;
}

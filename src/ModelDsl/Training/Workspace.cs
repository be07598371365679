using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>The memory of one execution of a program.</summary>
internal sealed class Workspace<T>(ExecutionPlan plan, int batch)
    where T : unmanaged
{
    private AlignedMemory<T>? prepared;
    private Claim claim;

    /// <summary>The arena that grows with the batch.</summary>
    internal AlignedMemory<T> Arena { get; } = new((long)plan.ArenaPerExample * batch);

    /// <summary>The arena that does not.</summary>
    internal AlignedMemory<T> Fixed { get; } = new(plan.FixedElements);

    /// <summary>What follows from the weights alone, where it is computed in each execution.</summary>
    internal Address<T> Prepared => plan.PreparedElements == 0 ? default : (prepared ??= new AlignedMemory<T>(plan.PreparedElements)).Address;

    /// <summary>The largest batch that fits.</summary>
    internal int Capacity => batch;

    /// <summary>Takes it for the caller alone, unless someone else has it.</summary>
    internal bool TryTake() => claim.TryTake();

    /// <summary>Ends what <see cref="TryTake"/> began.</summary>
    internal void GiveBack() => claim.GiveBack();
}

namespace ModelDsl;

/// <summary>
/// Workspaces of a constant size for whoever predicts at the moment. Taking and giving back is one exchange on a slot: no lock, and no
/// allocation while there are at most as many users as before. Beyond the slots, workspaces are left to the garbage collector.
/// A thread looks for the one it had before first, which its caches may still hold. Slots lie so far apart that no two of them share a line of the cache, nor one
/// with the array's length: each is written twice by every prediction, and threads that predict at the same time would wait for each other's line.
/// </summary>
internal sealed class WorkspacePool<T>(ExecutionPlan plan, int batch)
    where T : unmanaged
{
    /// <summary>From one slot to the next: 128 bytes, as processors fetch lines in pairs.</summary>
    private const int Spacing = 16;

    private static readonly int Count = 2 * Environment.ProcessorCount;

    private readonly Workspace<T>?[] slots = new Workspace<T>?[(Count + 1) * Spacing];

    internal Workspace<T> Rent()
    {
        for (int i = 0; i < Count; i++)
        {
            ref Workspace<T>? slot = ref Slot(i);
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } workspace)
            {
                return workspace;
            }
        }

        return new Workspace<T>(plan, batch);
    }

    internal void Return(Workspace<T> workspace)
    {
        for (int i = 0; i < Count; i++)
        {
            ref Workspace<T>? slot = ref Slot(i);
            if (slot is null && Interlocked.CompareExchange(ref slot, workspace, null) is null)
            {
                return;
            }
        }
    }

    private ref Workspace<T>? Slot(int attempt) => ref slots[(((Environment.CurrentManagedThreadId + attempt) % Count) + 1) * Spacing];
}

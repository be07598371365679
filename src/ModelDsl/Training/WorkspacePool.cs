namespace ModelDsl;

/// <summary>
/// Workspaces of a constant size for whoever predicts at the moment. Taking and giving back is one exchange on a slot: no lock, and no
/// allocation while there are at most as many users as before. Beyond the slots, workspaces are left to the garbage collector.
/// A thread looks for the one it had before first, which its caches may still hold.
/// </summary>
internal sealed class WorkspacePool<T>(ExecutionPlan plan, int batch)
    where T : unmanaged
{
    private readonly Workspace<T>?[] slots = new Workspace<T>?[2 * Environment.ProcessorCount];

    internal Workspace<T> Rent()
    {
        for (int i = 0; i < slots.Length; i++)
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
        for (int i = 0; i < slots.Length; i++)
        {
            ref Workspace<T>? slot = ref Slot(i);
            if (slot is null && Interlocked.CompareExchange(ref slot, workspace, null) is null)
            {
                return;
            }
        }
    }

    private ref Workspace<T>? Slot(int attempt) => ref slots[(Environment.CurrentManagedThreadId + attempt) % slots.Length];
}

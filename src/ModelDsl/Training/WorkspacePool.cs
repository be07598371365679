namespace ModelDsl;

/// <summary>
/// Workspaces of a constant size for whoever predicts at the moment. Taking one is an exchange and giving it back a store: no lock, and no allocation while there are at
/// most as many users as before. Beyond the largest number that is kept, workspaces are left to the garbage collector.
/// A thread looks first where it found one the last time: that one its caches may still hold, and threads that predict at the same time keep off each other's.
/// </summary>
internal sealed class WorkspacePool<T>(ExecutionPlan plan, int batch)
    where T : unmanaged
{
    private static readonly int Most = 2 * Environment.ProcessorCount;

    /// <summary>Where this thread found a workspace the last time, in any pool.</summary>
    [ThreadStatic]
    private static int place;

    private readonly Lock gate = new();

    /// <summary>All that are kept, in use or not: a new array takes the place of one that gets too short.</summary>
    private volatile Workspace<T>[] all = [];

    internal Workspace<T> Rent()
    {
        Workspace<T>[] known = all;
        int last = place;
        return (uint)last < (uint)known.Length && known[last].TryTake() ? known[last] : Find(known);
    }

    internal static void Return(Workspace<T> workspace) => workspace.GiveBack();

    private Workspace<T> Find(Workspace<T>[] known)
    {
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i].TryTake())
            {
                place = i;
                return known[i];
            }
        }

        return Add();
    }

    private Workspace<T> Add()
    {
        Workspace<T> added = new(plan, batch);
        added.TryTake();
        lock (gate)
        {
            if (all.Length < Most)
            {
                place = all.Length;
                all = [.. all, added];
            }
        }

        return added;
    }
}

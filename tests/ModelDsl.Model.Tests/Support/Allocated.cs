using System.Runtime;

namespace ModelDsl.CompiledTests.Support;

/// <summary>What work takes from the garbage collector.</summary>
internal static class Allocated
{
    private const int Room = 1 << 23;

    /// <summary>
    /// The bytes that this thread takes while it works, after two rounds in which everything is compiled and sized. No collection may fall into it: one
    /// that another thread begins charges this one what is left of its allocation buffer, up to 8 KiB, although it has allocated nothing.
    /// </summary>
    public static long OnThisThread(int rounds, Action work)
    {
        work();
        work();
        Assert.True(GC.TryStartNoGCRegion(Room));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < rounds; i++)
        {
            work();
        }

        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
        GC.EndNoGCRegion();
        return taken;
    }
}

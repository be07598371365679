namespace ModelDsl.Kernels;

/// <summary>The numbers of sets of weights. A thread that has transformed one finds it in its memory until it needs another.</summary>
internal static class WinogradNumber
{
    private static long last;

    [ThreadStatic]
    private static long current;

    /// <summary>The first of so many numbers that no other convolution has.</summary>
    internal static long Next(nint count) => Interlocked.Add(ref last, count) - count + 1;

    /// <summary>Whether the thread has not asked this of the number since it asked of another one.</summary>
    internal static bool IsNew(long number)
    {
        bool isNew = current != number;
        current = number;
        return isNew;
    }
}

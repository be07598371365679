namespace ModelDsl.Tests.Kernels;

/// <summary>Runs something with a number of threads of its own, and leaves the process's as it was.</summary>
internal static class WithThreads
{
    internal static void Run(int threads, Action action) => Get(threads, () =>
    {
        action();
        return true;
    });

    internal static T Get<T>(int threads, Func<T> function)
    {
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = threads;
            return function();
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }
}

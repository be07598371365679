namespace ModelDsl;

/// <summary>
/// How many threads large operations use. The figure changes speed alone: work is cut by its sizes, never by who is free, so results
/// are the same to the last bit for any number of threads.
/// </summary>
public static class Parallelism
{
    /// <summary>The largest value of <see cref="Threads"/>: 64.</summary>
    public const int MaxThreads = 64;

    private static int threads = OperatingSystem.IsBrowser() ? 1 : Math.Clamp(Environment.ProcessorCount, 1, MaxThreads);

    /// <summary>
    /// The number of threads that work on one operation, the calling thread among them: 1 to 64, by default the number of processors
    /// (1 in a browser). Threads are started when an operation first has work for them; where threads cannot be started, the caller does all work.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above 64.</exception>
    public static int Threads
    {
        get => threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxThreads);
            threads = value;
        }
    }
}

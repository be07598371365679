using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ModelDsl.Kernels;

/// <summary>
/// A small pool of threads of our own. The thread that calls <see cref="Run"/> takes part; the others join while there are parts left. One
/// job runs at a time: a job started meanwhile, by a part or by another thread, is done by its caller alone, so nothing ever waits for the pool.
/// </summary>
internal static unsafe class Workers
{
    /// <summary>Below this number of floating-point operations, waking threads costs more than they save.</summary>
    private const int SmallestWorth = 100_000;

    /// <summary>How often an idle thread looks for work, about 0.2 µs apart, before it parks.</summary>
    private const int IdleSpins = 200;

    private const long Open = 1L << 31;
    private const long Helpers = Open - 1;

    private static readonly SemaphoreSlim Wake = new(0);

    // The number of the current job, whether it can be joined, and how many threads have joined, in one word: joining is one exchange,
    // and a thread that wakes late can neither join a job that is over nor mistake it for the next.
    private static long state;
    private static int nextPart;
    private static int busy;
    private static int parked;
    private static int started;
    private static bool unavailable;

    private static delegate*<void*, int, void> work;
    private static void* job;
    private static int parts;
    private static int maxHelpers;
    private static Exception? fault;

    /// <summary>Whether so many floating-point operations are worth more than one thread.</summary>
    internal static bool Worth(nint operations) => operations > SmallestWorth && Parallelism.Threads > 1;

    /// <summary>
    /// Runs every part of <paramref name="job"/> once and returns when all are done. The caller fixes the partition, from sizes alone; who does
    /// which part is left open. The first exception of a part is thrown here, and parts not yet begun are then left out.
    /// </summary>
    internal static void Run<TJob>(in TJob job, int parts)
        where TJob : struct, IJob
    {
        if (parts > 1 && Parallelism.Threads > 1 && !unavailable && Interlocked.CompareExchange(ref busy, 1, 0) == 0)
        {
            // A copy on this stack stays in place while the others read it, which an element of an array on the heap would not.
            TJob local = job;
            Share(&Invoke<TJob>, Unsafe.AsPointer(ref local), parts);
            return;
        }

        for (int part = 0; part < parts; part++)
        {
            job.Run(part);
        }
    }

    private static void Invoke<TJob>(void* job, int part)
        where TJob : struct, IJob => Unsafe.AsRef<TJob>(job).Run(part);

    private static void Share(delegate*<void*, int, void> work, void* job, int parts)
    {
        Workers.work = work;
        Workers.job = job;
        Workers.parts = parts;
        fault = null;
        nextPart = 0;
        maxHelpers = Math.Min(Parallelism.Threads, parts) - 1;
        Start(maxHelpers);

        long number = (Volatile.Read(ref state) >> 32) + 1;
        Interlocked.Exchange(ref state, (number << 32) | Open);
        WakeHelpers();
        TakeParts();
        Interlocked.And(ref state, ~Open);
        SpinWait wait = default;
        while ((Volatile.Read(ref state) & Helpers) != 0)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        Exception? thrown = fault;
        fault = null;
        Volatile.Write(ref busy, 0);
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }
    }

    /// <summary>Wakes as many of the parked threads as the job has use for beside those that still look for work.</summary>
    private static void WakeHelpers()
    {
        int asleep = Volatile.Read(ref parked);
        int wanted = Math.Min(asleep, maxHelpers - (started - asleep));
        if (wanted > 0)
        {
            Interlocked.Add(ref parked, -wanted);
            Wake.Release(wanted);
        }
    }

    private static void TakeParts()
    {
        try
        {
            int part;
            while ((part = Interlocked.Increment(ref nextPart) - 1) < parts)
            {
                work(job, part);
            }
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref fault, exception, null);
            Volatile.Write(ref nextPart, parts);
        }
    }

    private static void Start(int helpers)
    {
        try
        {
            for (; started < helpers; started++)
            {
                Thread thread = new(Help) { IsBackground = true, Name = "ModelDsl worker" };
                thread.UnsafeStart();
            }
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or OutOfMemoryException or ThreadStartException)
        {
            unavailable = started == 0;
        }
    }

    private static void Help()
    {
        long last = 0;
        while (true)
        {
            for (int spin = 0; spin < IdleSpins; spin++)
            {
                if (TryJoin(ref last))
                {
                    TakeParts();
                    Interlocked.Decrement(ref state);
                    spin = 0;
                }

                Thread.SpinWait(5);
            }

            // A job that is announced between the last look and this line is missed, and nobody waits for us: its caller does our share.
            Interlocked.Increment(ref parked);
            Wake.Wait();
        }
    }

    private static bool TryJoin(ref long last)
    {
        long seen = Volatile.Read(ref state);
        while ((seen & Open) != 0 && seen >> 32 != last && (seen & Helpers) < maxHelpers)
        {
            long before = Interlocked.CompareExchange(ref state, seen + 1, seen);
            if (before == seen)
            {
                last = seen >> 32;
                return true;
            }

            seen = before;
        }

        return false;
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ModelDsl.Kernels;

/// <summary>
/// A small pool of threads of our own. The thread that calls <see cref="Run"/> takes part; the others join while there are parts left. One
/// job runs at a time: a job started meanwhile, by a part or by another thread, is done by its caller alone, so nothing ever waits for the pool.
/// </summary>
/// <remarks>
/// Parts that are neighbours mostly belong to the same thread, job after job: jobs run along the same examples, and cores need not share a cache,
/// so what a thread has written is near when it reads it.
/// </remarks>
internal static unsafe class Workers
{
    /// <summary>
    /// Below this number of operations, a few microseconds, handing over to other threads costs more than they save. More would be worth it if it were for the work
    /// alone; but what one thread does alone it reads from where the others have written it.
    /// </summary>
    private const int SmallestWorth = 1 << 16;

    /// <summary>
    /// Waking a thread takes its caller and itself up to a tenth of a millisecond, where an idle processor sleeps deeply: it is woken for so many operations, twice that time,
    /// in one job or in jobs that follow one another closely.
    /// </summary>
    private const long WorthWaking = 1 << 22;

    private const long Open = 1L << 31;
    private const long Joined = Open - 1;

    private static readonly WorkerThread[] Helpers = new WorkerThread[Parallelism.MaxThreads - 1];
    private static readonly PartRange[] Ranges = new PartRange[Parallelism.MaxThreads];

    /// <summary>How often the caller looks for the end of the others' parts before it leaves its processor to whoever wants it: some ten microseconds.</summary>
    private const int CloseLooks = 500;

    private static Announcement current;
    private static int busy;
    private static int started;
    private static bool unavailable;

    /// <summary>The operations of jobs that have been done without threads that sleep, and when the last of them ended.</summary>
    private static long missed;
    private static long lastMissed;

    private static Exception? fault;

    /// <summary>Whether so many operations are worth more than one thread.</summary>
    internal static bool Worth(nint operations) => operations > SmallestWorth && Parallelism.Threads > 1;

    /// <summary>
    /// Runs every part of <paramref name="job"/> once and returns when all are done. The caller fixes the partition so that no result shows it; who does
    /// which part is left open. The first exception of a part is thrown here, and parts not yet begun are then left out.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="parts">The number of its parts.</param>
    /// <param name="operations">About how many operations it takes, for which threads are woken or not.</param>
    internal static void Run<TJob>(in TJob job, int parts, long operations)
        where TJob : struct, IJob
    {
        if (parts > 1 && Parallelism.Threads > 1 && !unavailable && Interlocked.CompareExchange(ref busy, 1, 0) == 0)
        {
            // A copy on this stack stays in place while the others read it, which an element of an array on the heap would not.
            TJob local = job;
            Share(&TakeParts<TJob>, Unsafe.AsPointer(ref local), parts, operations);
            return;
        }

        for (int part = 0; part < parts; part++)
        {
            job.Run(part);
        }
    }

    /// <summary>The part that the thread that does <paramref name="part"/> mostly does next; the same one where that is the last of the thread's share.</summary>
    internal static nint Following(nint part, nint parts)
    {
        nint threads = nint.Min(Parallelism.Threads, parts), next = part + 1, thread = Partition.Count(next * threads, parts);
        return FirstPart(thread, threads, parts) == next ? part : next;
    }

    /// <summary>The first part of a thread's share.</summary>
    private static nint FirstPart(nint thread, nint threads, nint parts) => (nint)((long)thread * parts / threads);

    /// <summary>Takes part in the current job as helper <paramref name="number"/>, counted from 1, unless it has already done so.</summary>
    /// <param name="number">The number of the helper.</param>
    /// <param name="last">The last job that the helper took part in.</param>
    internal static bool TryHelp(int number, ref long last)
    {
        long seen = Volatile.Read(ref current.State);
        while ((seen & Open) != 0 && seen >> 32 != last && number < current.Threads)
        {
            long before = Interlocked.CompareExchange(ref current.State, seen + 1, seen);
            if (before == seen)
            {
                last = seen >> 32;
                TakeParts(number);
                Interlocked.Decrement(ref current.State);
                return true;
            }

            seen = before;
        }

        return false;
    }

    private static void Share(delegate*<void*, int, void> work, void* job, int parts, long operations)
    {
        int threads = Math.Min(Parallelism.Threads, parts);
        fault = null;
        for (int i = 0; i < threads; i++)
        {
            Ranges[i] = new PartRange { Next = (int)FirstPart(i, threads, parts), End = (int)FirstPart(i + 1, threads, parts) };
        }

        Start(threads - 1);
        long number = (Volatile.Read(ref current.State) >> 32) + 1;
        current.Work = work;
        current.Job = job;
        current.Threads = threads;
        Interlocked.Exchange(ref current.State, (number << 32) | Open);
        Wake(Math.Min(started, threads - 1), operations);
        TakeParts(0);
        Interlocked.And(ref current.State, ~Open);
        WaitForOthers();
        if (missed > 0)
        {
            lastMissed = Stopwatch.GetTimestamp();
        }

        Exception? thrown = fault;
        fault = null;
        Volatile.Write(ref busy, 0);
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }
    }

    private static void Wake(int helpers, long operations)
    {
        bool asleep = false;
        for (int i = 0; i < helpers; i++)
        {
            asleep |= Helpers[i].IsParked;
        }

        if (!asleep)
        {
            missed = 0;
            return;
        }

        bool isClose = Stopwatch.GetTimestamp() - lastMissed <= WorkerThread.Patience;
        missed = (isClose ? missed : 0) + Math.Min(operations, WorthWaking);
        if (missed >= WorthWaking)
        {
            missed = 0;
            for (int i = 0; i < helpers; i++)
            {
                Helpers[i].Wake();
            }
        }
    }

    private static void WaitForOthers()
    {
        for (int looks = 0; (Volatile.Read(ref current.State) & Joined) != 0; looks++)
        {
            if (looks < CloseLooks)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield();
            }
        }
    }

    /// <summary>Does the parts of thread <paramref name="own"/>, and then those that others have not come to.</summary>
    private static void TakeParts<TJob>(void* job, int own)
        where TJob : struct, IJob
    {
        // A copy, whose lines another core's thread fetches all at once instead of one after the other as it comes to need them.
        TJob local = Unsafe.AsRef<TJob>(job);
        int threads = current.Threads;
        for (int i = 0; i < threads; i++)
        {
            ref PartRange range = ref Ranges[(own + i) % threads];
            while (range.TryTake(out int part))
            {
                local.Run(part);
            }
        }
    }

    private static void TakeParts(int own)
    {
        try
        {
            current.Work(current.Job, own);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref fault, exception, null);
            for (int i = 0; i < current.Threads; i++)
            {
                Ranges[i].Close();
            }
        }
    }

    private static void Start(int helpers)
    {
        try
        {
            for (; started < helpers; started++)
            {
                Helpers[started] = new WorkerThread(started + 1);
                Helpers[started].Start();
            }
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or OutOfMemoryException or ThreadStartException)
        {
            unavailable = started == 0;
        }
    }
}

using System.Diagnostics;

namespace ModelDsl.Kernels;

/// <summary>A thread that helps with jobs. Between jobs it looks for the next one: closely at first, then leaving its processor to whoever wants it, and then it parks.</summary>
/// <param name="number">Its number among the threads of a job, in which the caller is number 0.</param>
internal sealed class WorkerThread(int number)
{
    /// <summary>How long an idle thread looks for work closely.</summary>
    private static readonly long CloseTime = Stopwatch.Frequency / 10_000;

    /// <summary>
    /// How long an idle thread stays awake: longer than a step's work on one thread between two jobs, as waking takes a tenth of a millisecond
    /// where an idle processor sleeps deeply.
    /// </summary>
    internal static readonly long Patience = Stopwatch.Frequency / 500;

    private readonly SemaphoreSlim wake = new(0);
    private int parked;

    /// <summary>Whether the thread must be woken before it looks for work.</summary>
    internal bool IsParked => Volatile.Read(ref parked) != 0;

    internal void Start() => new Thread(Work) { IsBackground = true, Name = "ModelDsl worker" }.UnsafeStart();

    /// <summary>Wakes the thread if it is parked.</summary>
    internal void Wake()
    {
        if (IsParked && Interlocked.Exchange(ref parked, 0) != 0)
        {
            wake.Release();
        }
    }

    private void Work()
    {
        long last = 0;
        while (true)
        {
            LookForWork(ref last);

            // A job that is announced between the last look and this line is missed, and nobody waits for us: its caller does our share.
            Volatile.Write(ref parked, 1);
            wake.Wait();
        }
    }

    /// <summary>Helps with jobs until there has been none for a while.</summary>
    private void LookForWork(ref long last)
    {
        long start = Stopwatch.GetTimestamp(), now = start;
        while (now - start < Patience)
        {
            bool helped = Workers.TryHelp(number, ref last);
            if (!helped && now - start < CloseTime)
            {
                // Short: many pauses in a row make some hypervisors take the processor away.
                Thread.SpinWait(1);
            }
            else if (!helped)
            {
                Thread.Yield();
            }

            now = Stopwatch.GetTimestamp();
            start = helped ? now : start;
        }
    }
}

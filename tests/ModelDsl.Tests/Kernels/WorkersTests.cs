using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class WorkersTests
{
    /// <summary>More operations than are worth waking a thread for.</summary>
    private const long Much = 1L << 40;

    /// <summary>Fewer than that; some thirty times as many are enough.</summary>
    private const long Little = 1L << 17;

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    [InlineData(2, 100)]
    [InlineData(4, 3)]
    [InlineData(4, 1000)]
    public void Every_part_runs_once(int threads, int parts) => WithThreads.Run(threads, () =>
    {
        for (int round = 0; round < 50; round++)
        {
            int[] runs = new int[parts];
            Workers.Run(new Count(runs), parts, Much);
            Assert.All(runs, run => Assert.Equal(1, run));
        }
    });

    [Theory]
    [InlineData(1, 5, new[] { 1, 2, 3, 4, 4 })]
    [InlineData(2, 6, new[] { 1, 2, 2, 4, 5, 5 })]
    [InlineData(2, 5, new[] { 1, 1, 3, 4, 4 })]
    [InlineData(3, 7, new[] { 1, 1, 3, 3, 5, 6, 6 })]
    [InlineData(4, 2, new[] { 0, 1 })]
    public void A_part_is_followed_by_the_next_of_the_same_thread_and_the_last_by_none_of_anothers(int threads, int parts, int[] following) => WithThreads.Run(
        threads, () => Assert.Equal(following, Enumerable.Range(0, parts).Select(part => (int)Workers.Following(part, parts))));

    [Fact]
    public void The_exception_of_a_part_reaches_the_caller_and_the_pool_lives_on() => WithThreads.Run(3, () =>
    {
        for (int round = 0; round < 20; round++)
        {
            InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Workers.Run(new Fail(round), 20, Much));
            Assert.Equal($"part {round}", thrown.Message);
        }

        int[] runs = new int[10];
        Workers.Run(new Count(runs), 10, Much);
        Assert.All(runs, run => Assert.Equal(1, run));
    });

    [Fact]
    public void One_large_job_of_few_parts_wakes_the_threads_that_have_gone_to_sleep() => WithThreads.Run(2, () =>
    {
        Workers.Run(new Count(new int[2]), 2, Much);
        for (int round = 0; round < 3; round++)
        {
            Thread.Sleep(50);
            using CountdownEvent begun = new(2);
            bool[] met = new bool[2];
            Workers.Run(new Meet(begun, met, TimeSpan.FromSeconds(10)), 2, Much);
            Assert.Equal([true, true], met);
        }
    });

    [Fact]
    public void A_small_job_wakes_nobody() => WithThreads.Run(2, () =>
    {
        Workers.Run(new Count(new int[2]), 2, Much);
        Thread.Sleep(200);
        using CountdownEvent begun = new(2);
        bool[] met = new bool[2];
        Workers.Run(new Meet(begun, met, TimeSpan.FromMilliseconds(50)), 2, Little);
        Assert.Equal([false, true], met);
    });

    [Fact]
    public void Many_small_jobs_close_together_wake_the_threads_that_have_gone_to_sleep() => WithThreads.Run(2, () =>
    {
        Workers.Run(new Count(new int[2]), 2, Much);
        Thread.Sleep(50);
        Count small = new(new int[2]);
        for (int job = 0; job < 64; job++)
        {
            Workers.Run(in small, 2, Little);
        }

        using CountdownEvent begun = new(2);
        bool[] met = new bool[2];
        Workers.Run(new Meet(begun, met, TimeSpan.FromSeconds(10)), 2, Little);
        Assert.Equal([true, true], met);
    });

    [Fact]
    public void A_job_inside_a_part_runs_on_the_thread_of_that_part() => WithThreads.Run(4, () =>
    {
        int[] elsewhere = new int[16];
        Workers.Run(new Nest(elsewhere), 16, Much);
        Assert.All(elsewhere, count => Assert.Equal(0, count));
    });

    [Fact]
    public void Jobs_of_several_threads_at_once_are_all_done() => WithThreads.Run(3, () =>
    {
        int[][] runs = [.. Enumerable.Range(0, 4).Select(_ => new int[40])];
        Thread[] callers = [.. runs.Select(own => new Thread(() =>
        {
            for (int round = 0; round < 100; round++)
            {
                Workers.Run(new Count(own), own.Length, Much);
            }
        }))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());
        Assert.All(runs.SelectMany(own => own), run => Assert.Equal(100, run));
    });

    [Fact]
    public void A_warm_pool_allocates_nothing_on_its_caller() => WithThreads.Run(3, () =>
    {
        Count job = new(new int[30]);
        Workers.Run(in job, 30, Much);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++)
        {
            Workers.Run(in job, 30, Much);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void A_number_of_threads_outside_1_to_64_is_refused(int threads)
    {
        int before = Parallelism.Threads;
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Parallelism.Threads = threads);
        Assert.Equal(threads, thrown.ActualValue);
        Assert.Equal(before, Parallelism.Threads);
    }

    private readonly struct Count(int[] runs) : IJob
    {
        public void Run(int part) => Interlocked.Increment(ref runs[part]);
    }

    private readonly struct Fail(int failing) : IJob
    {
        public void Run(int part)
        {
            if (part == failing)
            {
                throw new InvalidOperationException($"part {part}");
            }
        }
    }

    /// <summary>Parts that wait until all have begun, each on a thread of its own.</summary>
    private readonly struct Meet(CountdownEvent begun, bool[] met, TimeSpan patience) : IJob
    {
        public void Run(int part)
        {
            begun.Signal();
            met[part] = begun.Wait(patience);
        }
    }

    /// <summary>Counts the inner parts that ran on another thread than their outer part.</summary>
    private readonly struct Nest(int[] elsewhere) : IJob
    {
        public void Run(int part) => Workers.Run(new OnThread(Environment.CurrentManagedThreadId, elsewhere, part), 5, Much);
    }

    private readonly struct OnThread(int thread, int[] elsewhere, int outer) : IJob
    {
        public void Run(int part)
        {
            if (Environment.CurrentManagedThreadId != thread)
            {
                Interlocked.Increment(ref elsewhere[outer]);
            }
        }
    }
}

using System.Diagnostics;
using System.Runtime;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>Times an action as the peers do: the median of many runs, after the JIT has had time to compile it for good.</summary>
internal static class Clock
{
    private const double WarmUpSeconds = 1.5;
    private const double QuietSeconds = 0.5;
    private const double MostWarmUpSeconds = 10;
    private const double GroupMicroseconds = 5;
    private const int LeastTimes = 7;

    /// <summary>The median time of one run in microseconds.</summary>
    /// <remarks>
    /// Runs are timed in groups of about five microseconds where one is shorter, so that reading the clock (about 0.02 µs) is not what is measured.
    /// </remarks>
    public static double Median(double seconds, Action action)
    {
        double once = WarmUp(action);
        int group = (int)Math.Max(1, Math.Ceiling(GroupMicroseconds / once));
        List<double> times = new(1 << 16);
        long start = Stopwatch.GetTimestamp();
        while (Since(start) < seconds * 1e6 || times.Count < LeastTimes)
        {
            long before = Stopwatch.GetTimestamp();
            for (int i = 0; i < group; i++)
            {
                action();
            }

            times.Add(Since(before) / group);
        }

        return Statistics.Median(times);
    }

    /// <summary>
    /// Runs the action until the JIT has left it alone for a while: it compiles on a thread of its own, which takes a core from an action that uses all of them.
    /// </summary>
    /// <returns>The mean time of a run in microseconds.</returns>
    private static double WarmUp(Action action)
    {
        long start = Stopwatch.GetTimestamp(), lastCompiled = start, compiled = JitInfo.GetCompiledMethodCount(), runs = 0;
        while (Since(start) < WarmUpSeconds * 1e6 || (Since(lastCompiled) < QuietSeconds * 1e6 && Since(start) < MostWarmUpSeconds * 1e6))
        {
            action();
            runs++;
            long known = compiled;
            compiled = JitInfo.GetCompiledMethodCount();
            if (compiled != known)
            {
                lastCompiled = Stopwatch.GetTimestamp();
            }
        }

        return Since(start) / runs;
    }

    /// <summary>How long reading the clock takes, in microseconds.</summary>
    public static double Cost()
    {
        double[] times = new double[1001];
        long before = Stopwatch.GetTimestamp();
        for (int i = 0; i < times.Length; i++)
        {
            long after = Stopwatch.GetTimestamp();
            times[i] = Between(before, after);
            before = after;
        }

        return times.Average();
    }

    /// <summary>The microseconds since a timestamp, at the clock's full resolution: a <see cref="TimeSpan"/> knows no less than 0.1 µs.</summary>
    public static double Since(long start) => Between(start, Stopwatch.GetTimestamp());

    /// <summary>The microseconds between two timestamps.</summary>
    public static double Between(long start, long end) => (end - start) * (1e6 / Stopwatch.Frequency);
}

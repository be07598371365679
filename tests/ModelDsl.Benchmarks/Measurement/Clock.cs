using System.Diagnostics;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>Times an action as the peers do: the median of many runs, after the JIT has had time to compile it for good.</summary>
internal static class Clock
{
    private const double WarmUpSeconds = 1.5;
    private const double GroupMicroseconds = 5;
    private const int LeastTimes = 7;

    /// <summary>The median time of one run in microseconds.</summary>
    /// <remarks>
    /// Runs are timed in groups of about five microseconds where one is shorter, so that reading the clock (about 0.02 µs) is not what is measured.
    /// </remarks>
    public static double Median(double seconds, Action action)
    {
        long warm = 0;
        long start = Stopwatch.GetTimestamp();
        while (Since(start) < WarmUpSeconds * 1e6)
        {
            action();
            warm++;
        }

        double once = Since(start) / warm;
        int group = (int)Math.Max(1, Math.Ceiling(GroupMicroseconds / once));
        List<double> times = new(1 << 16);
        start = Stopwatch.GetTimestamp();
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

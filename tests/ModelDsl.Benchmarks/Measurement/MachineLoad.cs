using System.Globalization;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>Whether the machine has anything else to do.</summary>
internal static class MachineLoad
{
    private const string Source = "/proc/loadavg";
    private const double Quiet = 0.7;

    /// <summary>A warning if other programs have kept the processors busy in the last minute; null if not, or where the system does not say.</summary>
    public static string? Warning()
    {
        if (!File.Exists(Source))
        {
            return null;
        }

        double load = double.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture);
        return load <= Quiet
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The machine is busy (load {load:F1}): figures will be off, most of all those of libtorch's steps, which hand work from thread to thread.");
    }
}

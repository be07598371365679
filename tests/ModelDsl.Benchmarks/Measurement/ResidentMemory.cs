using System.Globalization;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>What Linux says of the memory of processes.</summary>
internal static class ResidentMemory
{
    private const string Label = "VmHWM:";

    /// <summary>The most resident memory that a process has had since it began its program, in MB (10^6 bytes); null once it has ended.</summary>
    /// <param name="process">Its number, or "self".</param>
    public static double? Peak(string process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(Label, StringComparison.Ordinal));
            return line is null ? null : double.Parse(line[Label.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1.024e-3;
        }
        catch (IOException)
        {
            // It has ended between the opening and the reading of the file, or before.
            return null;
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProcess
{
    private const int MillisecondsBetweenLooks = 5;

    /// <summary>Returns the lines that the program has printed.</summary>
    /// <exception cref="InvalidOperationException">The program failed; the message has the end of what it said.</exception>
    public static string[] Run(string program, params IEnumerable<string> arguments) => Run(process => process.WaitForExit(), program, arguments);

    /// <summary>
    /// Returns the most resident memory of the program's process in MB. A script counts as the program that takes its place in the end (by <c>exec</c>): what it has run
    /// before, in this process or in others, does not.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program failed; the message has the end of what it said.</exception>
    public static double PeakMegabytes(string program, params IEnumerable<string> arguments)
    {
        double peak = double.NaN;
        Run(
            process =>
            {
                string number = process.Id.ToString(CultureInfo.InvariantCulture);
                while (!process.WaitForExit(MillisecondsBetweenLooks))
                {
                    peak = ResidentMemory.Peak(number) ?? peak;
                }
            },
            program,
            arguments);
        return peak;
    }

    private static string[] Run(Action<Process> wait, string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> printed = process.StandardOutput.ReadToEndAsync();
        wait(process);
        string output = printed.Result;
        if (process.ExitCode != 0)
        {
            string said = string.Join('\n', (output + errors.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(10));
            throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with code {process.ExitCode}:\n{said}");
        }

        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

using System.Diagnostics;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>Runs a program to its end and returns the lines it has printed.</summary>
internal static class ChildProcess
{
    /// <exception cref="InvalidOperationException">The program failed; the message has the end of what it said.</exception>
    public static string[] Run(string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            string said = string.Join('\n', (output + errors.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(10));
            throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with code {process.ExitCode}:\n{said}");
        }

        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

using ModelDsl.Benchmarks.Measurement;

namespace ModelDsl.Benchmarks.Report;

/// <summary>How long programs take that do one thing, and their size.</summary>
internal static class ColdSection
{
    private const int Tasks = 3;

    public static Section Of(Settings settings)
    {
        Table table = new(1, "program", "nothing, ms", "first prediction, ms", "first training step, ms", "on disk, MB");
        (ColdProgram Program, long Size)[] programs = [.. ColdPrograms.All(settings).Select(program => (program, program.Publish()))];
        List<double>[][] times = [.. programs.Select(_ => Enumerable.Range(0, Tasks).Select(_ => new List<double>()).ToArray())];

        // The first turn brings the files into memory.
        for (int turn = 0; turn <= ColdPrograms.Turns * settings.Rounds; turn++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                for (int task = 0; task < programs[i].Program.Tasks.Length; task++)
                {
                    times[i][task].Add(programs[i].Program.Run(task));
                }
            }
        }

        foreach (((ColdProgram program, long size), List<double>[] tasks) in programs.Zip(times))
        {
            table.Add([program.Title, .. tasks.Select(Median), Numbers.Format(size / 1e6, "0.0")]);
        }

        return new Section(
            "Cold start and size",
            "The mlp. Milliseconds from the start of a process to its end, medians; the files are in memory. Sizes are those of the published folder, which for NativeAOT is one file and for the others does not contain .NET.",
            table);
    }

    private static string Median(List<double> times) => times.Count > 1 ? Numbers.Format(Statistics.Median(times.Skip(1)), "0.0") : "";
}

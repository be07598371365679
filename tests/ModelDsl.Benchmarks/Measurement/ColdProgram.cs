using System.Diagnostics;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>A program that starts, does one thing and ends, and how it is published.</summary>
/// <param name="Title">What it is called in the table.</param>
/// <param name="Project">The name of its folder and, after "ColdStart.", of its project.</param>
/// <param name="Options">How it is published.</param>
/// <param name="Tasks">The arguments for each thing that it can do: nothing, a prediction, a training step.</param>
/// <param name="Prepare">What has to be done to the published folder before the program can start.</param>
/// <param name="Preload">A library that must be there before the program's own.</param>
internal sealed record ColdProgram(string Title, string Project, string[] Options, string[][] Tasks, Action<string>? Prepare = null, string? Preload = null)
{
    private static readonly string[] Common = ["-c", "Release", "-m:1", "-nodeReuse:false", "-v", "quiet", "-nologo", "-p:DebugType=none"];

    private string Folder => Path.Combine(Path.GetTempPath(), "modeldsl-cold", string.Concat(Title.Where(char.IsAsciiLetter)));

    private string Executable => Path.Combine(Folder, "ColdStart." + Project);

    /// <summary>Builds the program into a folder that has nothing else.</summary>
    /// <returns>The bytes of the files, without those for debuggers.</returns>
    public long Publish()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        string project = Path.Combine(Repository.Root, "tests", "ModelDsl.Benchmarks", "ColdStart", Project);
        ChildProcess.Run("dotnet", ["publish", project, .. Common, .. Options, "-o", Folder]);
        Prepare?.Invoke(Folder);
        return new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is not (".dbg" or ".pdb")).Sum(file => file.Length);
    }

    /// <summary>Does a task once.</summary>
    /// <returns>The milliseconds from the start of the process to its end.</returns>
    public double Run(int task)
    {
        long start = Stopwatch.GetTimestamp();
        if (Preload is null)
        {
            ChildProcess.Run(Executable, Tasks[task]);
        }
        else
        {
            ChildProcess.Run("env", ["LD_PRELOAD=" + Preload, Executable, .. Tasks[task]]);
        }

        return Clock.Since(start) / 1e3;
    }
}

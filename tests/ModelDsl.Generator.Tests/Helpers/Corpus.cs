using System.Runtime.CompilerServices;

namespace ModelDsl.Generator.Tests;

/// <summary>The files of models beside the tests, which only tests compile.</summary>
internal static class Corpus
{
    /// <summary>One mistake in each file, in a folder of its family.</summary>
    public static string Mistakes { get; } = Path.Combine(Folder(), "Mistakes");

    /// <summary>Models that get no message.</summary>
    public static string Valid { get; } = Path.Combine(Folder(), "Valid");

    /// <summary>The folder that all projects are in.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    /// <summary>The files of a folder and of those in it, by their path from there.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Read(string folder, string file) => File.ReadAllText(Path.Combine(folder, file)).Replace("\r\n", "\n");

    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, ".."));
}

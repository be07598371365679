namespace ModelDsl.Text.Tests;

/// <summary>A folder of a test's own, deleted with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("modeldsl-text-").FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string File => Path.Combine(path, "vocabulary.json");

    /// <summary>The names of the files in the folder.</summary>
    public IEnumerable<string?> Names => Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName);

    public void Dispose() => Directory.Delete(path, recursive: true);
}

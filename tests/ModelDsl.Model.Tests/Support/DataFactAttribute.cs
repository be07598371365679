namespace ModelDsl.CompiledTests.Support;

/// <summary>A test that needs a file of real data; skipped, with the folder that was looked for, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute(string file)
    {
        if (!File.Exists(Path.Combine(Folder, file)))
        {
            Skip = $"Needs {file} in {Folder}; set MODELDSL_DATA to the folder that has it.";
        }
    }

    /// <summary>The folder of real data: MODELDSL_DATA, or ../shared/data from the repository's root.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("MODELDSL_DATA") ?? Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data"));

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ModelDsl.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}

namespace CharGpts;

/// <summary>A text as ids: the first nine tenths to learn from, the rest to be tested on.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Training">What is learnt from.</param>
/// <param name="Validation">What is not.</param>
internal sealed record Corpus(string Name, int[] Training, int[] Validation)
{
    /// <summary>The text of a file, or the sources that this program's own project lies among.</summary>
    public static Corpus Read(FileInfo? file) => file is null ? ReadSources() : Split(file.FullName, File.ReadAllText(file.FullName));

    private static Corpus ReadSources()
    {
        string folder = FindProject();
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);
        return Split($"the C# sources in {folder}", string.Join('\n', files.Select(File.ReadAllText)));
    }

    /// <summary>The folder of the solution, from where the program lies upwards.</summary>
    private static string FindProject()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
            {
                return folder.FullName;
            }
        }

        throw new FileNotFoundException("The sources of the project are not beside this program; name a text with --data.");
    }

    private static Corpus Split(string name, string text)
    {
        int[] ids = Alphabet.Encode(text);
        int training = ids.Length * 9 / 10;
        return ids.Length - training > Alphabet.Context
            ? new Corpus(name, ids[..training], ids[training..])
            : throw new InvalidDataException($"{name} has {ids.Length} characters; it takes more than {10 * Alphabet.Context}.");
    }
}

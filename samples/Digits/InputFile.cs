namespace Digits;

/// <summary>Reading of files that may not be there, with messages for the person at the keyboard.</summary>
internal static class InputFile
{
    /// <summary>All bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        Require(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Makes sure that there is a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static void Require(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such file.");
    }
}

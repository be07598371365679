namespace Digits;

/// <summary>Where the pictures come from: drawn here, or MNIST files.</summary>
internal static class DigitData
{
    private const int DrawnForTraining = 16_000;
    private const int DrawnForTest = 4_000;

    /// <summary>Draws the pictures.</summary>
    /// <param name="seed">The same seed draws the same pictures.</param>
    public static (DigitImages Training, DigitImages Test) Draw(int seed)
    {
        DigitImages all = new DrawnDigits(seed).Draw(DrawnForTraining + DrawnForTest);
        return (all.Slice(..DrawnForTraining), all.Slice(DrawnForTraining..));
    }

    /// <summary>
    /// Reads MNIST from a folder: the four files of the full set, or one pair of files, of which the last fifth is kept for the test.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The folder or a file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is broken, or pictures and labels do not belong together.</exception>
    public static (DigitImages Training, DigitImages Test) FromFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: no such folder.");
        string? training = FindImages(folder, "train-images-idx3-ubyte");
        if (training is not null)
        {
            string test = FindImages(folder, "t10k-images-idx3-ubyte")
                ?? throw new FileNotFoundException($"{folder}: has train-images-idx3-ubyte, but no t10k-images-idx3-ubyte.");
            return (ReadPair(training), ReadPair(test));
        }
        DigitImages all = ReadPair(FindImages(folder, "*-images-idx3-ubyte")
            ?? throw new FileNotFoundException($"{folder}: has no file named *-images-idx3-ubyte or *-images-idx3-ubyte.gz."));
        return (all.Slice(..(all.Count * 4 / 5)), all.Slice((all.Count * 4 / 5)..));
    }

    /// <summary>Reads the pictures of one file: IDX, plain or gzip.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The grey values, 784 to a picture.</returns>
    /// <exception cref="InvalidDataException">It is broken, or its pictures are of another size.</exception>
    public static byte[] ReadImages(string path)
    {
        IdxFile images = IdxFile.Read(path, rank: 3);
        if (images.Sizes is not [_, DigitImages.Side, DigitImages.Side])
            throw new InvalidDataException($"{path}: the pictures are {images.Sizes[2]} x {images.Sizes[1]} pixels, not {DigitImages.Side} x {DigitImages.Side}.");
        return images.Values;
    }

    private static DigitImages ReadPair(string imagesPath)
    {
        byte[] pixels = ReadImages(imagesPath);
        string labelsPath = Path.Combine(
            Path.GetDirectoryName(imagesPath) ?? "", Path.GetFileName(imagesPath).Replace("-images-idx3-", "-labels-idx1-", StringComparison.Ordinal));
        IdxFile labels = IdxFile.Read(labelsPath, rank: 1);
        int count = pixels.Length / DigitImages.Size;
        if (labels.Values.Length != count)
            throw new InvalidDataException($"{labelsPath}: has {labels.Values.Length} labels for {count} pictures.");
        int stray = Array.FindIndex(labels.Values, label => label > 9);
        if (stray >= 0)
            throw new InvalidDataException($"{labelsPath}: label {stray} is {labels.Values[stray]}, not a digit.");
        return new DigitImages(pixels, Array.ConvertAll(labels.Values, label => (int)label));
    }

    private static string? FindImages(string folder, string name) =>
        Directory.GetFiles(folder, name).Concat(Directory.GetFiles(folder, name + ".gz")).Order(StringComparer.Ordinal).FirstOrDefault();
}

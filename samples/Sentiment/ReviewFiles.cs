using System.Text;

namespace Sentiment;

/// <summary>Reads reviews from files, such as the sentence polarity data of Pang and Lee (2005).</summary>
internal static class ReviewFiles
{
    private const string Favourable = "rt-polarity.pos";
    private const string Unfavourable = "rt-polarity.neg";

    /// <summary>Reads the two files of a folder: Latin-1, one sentence on a line.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FileNotFoundException">One of the files is missing.</exception>
    /// <exception cref="InvalidDataException">One of the files has no sentence.</exception>
    public static Review[] Read(string folder) => [.. Read(folder, Favourable, isPositive: true), .. Read(folder, Unfavourable, isPositive: false)];

    private static Review[] Read(string folder, string file, bool isPositive)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such file.");
        Review[] reviews = [.. File.ReadLines(path, Encoding.Latin1).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => new Review(line.Trim(), isPositive))];
        return reviews.Length > 0 ? reviews : throw new InvalidDataException($"{path}: has no sentence.");
    }
}

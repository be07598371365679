using System.Globalization;

namespace Digits;

/// <summary>Reads the digits in a file with weights that a training left.</summary>
internal static class PredictCommand
{
    /// <summary>Prints for each picture the digit and the probabilities of all ten.</summary>
    /// <param name="path">The pictures: IDX or PGM.</param>
    /// <param name="weightsPath">The weights.</param>
    public static void Run(string path, string weightsPath)
    {
        float[] pixels = PgmFile.IsPgm(path) ? PgmFile.Read(path) : DigitData.ReadImages(path);
        InputFile.Require(weightsPath);
        DigitClassifier model = new(seed: 0);
        model.Load(weightsPath);
        float[] probabilities = new float[pixels.Length / DigitClassifier.InputSize * DigitClassifier.OutputSize];
        model.Predict(pixels, probabilities);
        for (int start = 0; start < probabilities.Length; start += DigitClassifier.OutputSize)
            Print(start / DigitClassifier.OutputSize, probabilities.AsSpan(start, DigitClassifier.OutputSize));
    }

    private static void Print(int index, ReadOnlySpan<float> probabilities)
    {
        string[] texts = new string[probabilities.Length];
        for (int digit = 0; digit < texts.Length; digit++)
            texts[digit] = string.Create(CultureInfo.InvariantCulture, $"{digit}: {probabilities[digit]:F3}");
        Console.WriteLine($"picture {index}: {Report.Likeliest(probabilities)}   ({string.Join("  ", texts)})");
    }
}

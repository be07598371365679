using System.Globalization;
using ModelDsl;

namespace Digits;

/// <summary>Reads the digits in a file with weights that a training left.</summary>
internal static class PredictCommand
{
    /// <summary>Prints for each picture the digit and the probabilities of all ten.</summary>
    /// <param name="path">The pictures: IDX or PGM.</param>
    /// <param name="network">The name of the network.</param>
    /// <param name="weightsPath">Its weights.</param>
    public static void Run(string path, string network, string weightsPath)
    {
        byte[] pixels = PgmFile.IsPgm(path) ? PgmFile.Read(path) : DigitData.ReadImages(path);
        InputFile.Require(weightsPath);
        Model<float> model = Networks.Create(network, seed: 0);
        model.Load(weightsPath);
        float[] probabilities = model.Predict(Dataset.CreateImages<float>(pixels, DigitImages.Shape));
        for (int start = 0; start < probabilities.Length; start += DigitImages.Digits)
            Print(start / DigitImages.Digits, probabilities.AsSpan(start, DigitImages.Digits));
    }

    private static void Print(int index, ReadOnlySpan<float> probabilities)
    {
        string[] texts = new string[probabilities.Length];
        for (int digit = 0; digit < texts.Length; digit++)
            texts[digit] = string.Create(CultureInfo.InvariantCulture, $"{digit}: {probabilities[digit]:F3}");
        Console.WriteLine($"picture {index}: {Report.Likeliest(probabilities)}   ({string.Join("  ", texts)})");
    }
}

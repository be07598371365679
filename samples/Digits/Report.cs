using System.Globalization;
using System.Text;
using ModelDsl;

namespace Digits;

/// <summary>Tells what a trained network is and how well it reads.</summary>
internal static class Report
{
    private const int MistakesShown = 6;
    private const int MistakesPerRow = 3;

    /// <summary>Prints the layers, the accuracy, the confusion matrix and a few mistakes.</summary>
    /// <param name="model">The network.</param>
    /// <param name="test">Pictures that it has not learnt from.</param>
    public static void Print(Model<float> model, DigitImages test)
    {
        int[] predicted = Read(model, test);
        ConfusionMatrix confusion = new(DigitImages.Digits);
        for (int i = 0; i < predicted.Length; i++)
            confusion.Add(test.Labels[i], predicted[i]);
        Console.WriteLine();
        Console.WriteLine(model.Summary);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Test accuracy: {100 * confusion.Accuracy:F2} %"));
        Console.WriteLine();
        Console.WriteLine("Confusion matrix: a row for each true digit, a column for each digit read");
        Console.WriteLine(confusion);
        Console.WriteLine();
        Console.Write(Mistakes(test, predicted));
    }

    /// <summary>The digit with the greatest probability.</summary>
    /// <param name="probabilities">One probability for each digit.</param>
    public static int Likeliest(ReadOnlySpan<float> probabilities) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(probabilities);

    private static int[] Read(Model<float> model, DigitImages pictures)
    {
        float[] probabilities = model.Predict(pictures.ToDataset());
        int[] digits = new int[pictures.Count];
        for (int i = 0; i < digits.Length; i++)
            digits[i] = Likeliest(probabilities.AsSpan(i * DigitImages.Digits, DigitImages.Digits));
        return digits;
    }

    private static string Mistakes(DigitImages test, int[] predicted)
    {
        int[] wrong = [.. Enumerable.Range(0, test.Count).Where(i => predicted[i] != test.Labels[i]).Take(MistakesShown)];
        StringBuilder text = new();
        foreach (int[] row in wrong.Chunk(MistakesPerRow))
        {
            text.AppendLine(string.Join("  ", row.Select(i => $"is {test.Labels[i]}, read as {predicted[i]}".PadRight(DigitImages.Side))).TrimEnd());
            for (int y = 0; y < DigitImages.Side; y += 2)
                text.AppendLine(string.Join("  ", row.Select(i => PictureText.Line(test.Picture(i), y))).TrimEnd());
            text.AppendLine();
        }
        return text.ToString();
    }
}

using System.Globalization;
using ModelDsl;

namespace QualityInspection;

/// <summary>Tells how well parts were inspected.</summary>
internal static class Report
{
    /// <summary>Prints the accuracy, precision and recall of each condition, and the confusion matrix.</summary>
    public static void Print(Inspection inspection)
    {
        ConfusionMatrix confusion = inspection.Confusion;
        Write($"Test accuracy: {100 * confusion.Accuracy:F2} % of {confusion.Total} parts");
        Write($"");
        Write($"            precision   recall       F1    parts");
        for (int index = 0; index < confusion.ClassCount; index++)
            Write($"{Parts.Names[index],-12}{100 * confusion.Precision(index),7:F1} %{100 * confusion.Recall(index),7:F1} %{100 * confusion.F1(index),7:F1} %{confusion.Support(index),9}");
        Write($"");
        Write($"Confusion matrix: a row for each true condition, a column for each one seen");
        Console.WriteLine(confusion.ToString(Parts.Names));
        Write($"");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

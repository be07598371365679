using System.Globalization;
using ModelDsl;

namespace Tumors;

/// <summary>Tells how well the folds were predicted.</summary>
internal static class Report
{
    private const float Threshold = 0.5f;

    /// <summary>Prints the accuracy of each fold and the figures over all of them.</summary>
    /// <param name="table">The tumours.</param>
    /// <param name="fold">The fold of each tumour.</param>
    /// <param name="probabilities">The predicted probability that each tumour is malignant.</param>
    public static void Print(TumorTable table, int[] fold, float[] probabilities)
    {
        int[] predicted = Array.ConvertAll(probabilities, probability => probability >= Threshold ? 1 : 0);
        double sum = 0;
        int folds = fold.Max() + 1;
        for (int held = 0; held < folds; held++)
        {
            int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => fold[row] == held)];
            int right = rows.Count(row => predicted[row] == table.Labels[row]);
            sum += (double)right / rows.Length;
            Write($"fold {held + 1,2}: accuracy {100.0 * right / rows.Length,6:F2} %  ({right} of {rows.Length})");
        }
        Write($"mean accuracy {100 * sum / folds:F2} %");
        Write($"ROC-AUC       {ProbabilityMetrics.RocAuc<float>(probabilities, table.Labels):F4}");
        Write($"log-loss      {ProbabilityMetrics.LogLoss<float>(probabilities, table.Labels):F4}");
        PrintConfusion(table.Labels, predicted);
    }

    private static void PrintConfusion(int[] labels, int[] predicted)
    {
        ConfusionMatrix confusion = new(2);
        for (int i = 0; i < labels.Length; i++)
            confusion.Add(labels[i], predicted[i]);
        Write($"");
        Write($"                  read as benign   as malignant");
        Write($"truly benign      {confusion[0, 0],14}{confusion[0, 1],15}");
        Write($"truly malignant   {confusion[1, 0],14}{confusion[1, 1],15}");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

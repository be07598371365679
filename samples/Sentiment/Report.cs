using System.Globalization;

namespace Sentiment;

/// <summary>Tells how well the folds were read.</summary>
internal static class Report
{
    private const int Examples = 5;
    private const int Mistakes = 3;

    /// <summary>Prints the accuracy of each fold as it comes, and their mean.</summary>
    /// <param name="folds">The folds.</param>
    /// <returns>The last of them.</returns>
    public static FoldResult Print(IEnumerable<FoldResult> folds)
    {
        List<double> accuracies = [];
        FoldResult? last = null;
        foreach (FoldResult fold in folds)
        {
            accuracies.Add(fold.Accuracy);
            Write($"fold {accuracies.Count,2}: accuracy {100 * fold.Accuracy,6:F2} %  ({fold.Right} of {fold.Reviews.Length})");
            last = fold;
        }
        Write($"mean accuracy {100 * accuracies.Average():F2} %");
        return last ?? throw new ArgumentException("There is no fold.", nameof(folds));
    }

    /// <summary>Prints some sentences of a fold with what was made of them, and the mistakes that the reader was surest of.</summary>
    /// <param name="fold">The fold.</param>
    public static void PrintSentences(FoldResult fold)
    {
        int[] places = [.. Enumerable.Range(0, fold.Reviews.Length)];
        Write($"");
        Write($"Some of the last fold, with the probability of being favourable:");
        PrintAll(fold, places.Where(fold.IsRight).Take(Examples));
        int[] wrong = [.. places.Where(place => !fold.IsRight(place)).OrderByDescending(place => Math.Abs(fold.Probabilities[place] - 0.5)).Take(Mistakes)];
        if (wrong.Length == 0)
            return;
        Write($"Its surest mistakes:");
        PrintAll(fold, wrong);
    }

    /// <summary>Prints what a reader makes of other sentences.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="texts">The sentences.</param>
    public static void PrintTexts(Reader reader, string[] texts)
    {
        if (texts.Length == 0)
            return;
        Write($"");
        Write($"As you asked:");
        float[] probabilities = reader.Read(texts);
        for (int i = 0; i < texts.Length; i++)
            PrintSentence(texts[i], probabilities[i]);
    }

    private static void PrintAll(FoldResult fold, IEnumerable<int> places)
    {
        foreach (int place in places)
            PrintSentence(fold.Reviews[place].Text, fold.Probabilities[place]);
    }

    private static void PrintSentence(string text, float probability) => Write($"{100 * probability,6:F1} %  {text}");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

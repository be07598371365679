using System.Globalization;

namespace Recommender;

/// <summary>Tells how good the recommendations are, and shows some.</summary>
internal static class Report
{
    private const int Shown = 5;

    // A smaller share of a genre is not worth a word.
    private const double LeastShare = 0.15;

    /// <summary>Prints how often the book that was held out is recommended: by fame, by the model, and by who knows all tastes.</summary>
    /// <param name="world">The readers and books.</param>
    /// <param name="history">What was read.</param>
    /// <param name="recommended">The model's recommendations.</param>
    public static void PrintRecall(World world, History history, int[][] recommended)
    {
        double byFame = Ranking.Recall(history, Ranking.Recommend(history, _ => history.Readers));
        double byModel = Ranking.Recall(history, recommended);
        double byTruth = Ranking.Recall(history, Ranking.Recommend(history, world.Appeals));
        Write($"");
        Write($"recall@{Ranking.Length}: how often the book that was held out is among the {Ranking.Length} recommended");
        Write($"  the most read books        {100 * byFame,5:F1} %");
        Write($"  the two towers             {100 * byModel,5:F1} %, {byModel / byFame:F1} times that");
        Write($"  who knows all the tastes   {100 * byTruth,5:F1} %, about the most that can be had");
    }

    /// <summary>Prints tastes and recommendations of some readers.</summary>
    /// <param name="world">The readers and books.</param>
    /// <param name="history">What was read.</param>
    /// <param name="recommended">The model's recommendations.</param>
    /// <param name="users">How many readers.</param>
    public static void PrintUsers(World world, History history, int[][] recommended, int users)
    {
        for (int user = 0; user < users; user++)
        {
            Write($"");
            Write($"Reader {user + 1} likes {Describe(world.Users[user])}:");
            foreach (int item in recommended[user].Take(Shown))
                Write($"  book {item + 1,4}, read by {history.Readers[item],3}: {Describe(world.Items[item])}{(item == history.HeldOut[user] ? "  <- held out" : "")}");
        }
    }

    private static string Describe(double[] shares) => string.Join(", ", shares.Index()
        .Where(genre => genre.Item >= LeastShare)
        .OrderByDescending(genre => genre.Item)
        .Select(genre => string.Create(CultureInfo.InvariantCulture, $"{World.Genres[genre.Index]} {100 * genre.Item:F0} %")));

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

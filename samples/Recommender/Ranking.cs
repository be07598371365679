namespace Recommender;

/// <summary>Ranks the books that a reader is not known to have read.</summary>
internal static class Ranking
{
    /// <summary>How many are recommended.</summary>
    public const int Length = 10;

    private static readonly int[] items = [.. Enumerable.Range(0, World.ItemCount)];

    /// <summary>The first of the ranking of each reader.</summary>
    /// <param name="history">What was read.</param>
    /// <param name="scores">The scores of all books for a reader: the higher, the better.</param>
    public static int[][] Recommend(History history, Func<int, double[]> scores) =>
        [.. Enumerable.Range(0, World.UserCount).Select(user => Recommend(history, user, scores(user)))];

    /// <summary>How often the book that was held out is among those recommended, from 0 to 1.</summary>
    /// <param name="history">What was read.</param>
    /// <param name="recommended">The books that are recommended to each reader.</param>
    public static double Recall(History history, int[][] recommended) =>
        recommended.Index().Average(reader => reader.Item.Contains(history.HeldOut[reader.Index]) ? 1.0 : 0);

    /// <summary>The scores by a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="user">The reader.</param>
    public static double[] Score(Recommendations model, int user)
    {
        int[] users = new int[items.Length];
        Array.Fill(users, user);
        float[] probabilities = new float[items.Length];
        model.Predict(users, items, probabilities);
        return Array.ConvertAll(probabilities, probability => (double)probability);
    }

    private static int[] Recommend(History history, int user, double[] scores) =>
        [.. items.Where(item => !history.IsKnown(user, item)).OrderByDescending(item => scores[item]).Take(Length)];
}

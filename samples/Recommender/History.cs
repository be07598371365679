namespace Recommender;

/// <summary>What each reader has read, but for one book, which is held out for the test.</summary>
internal sealed class History
{
    private const int ChoicesPerUser = 30;

    // Now and then a book is chosen for no reason.
    private const double WhimShare = 0.1;

    private readonly HashSet<int>[] known = new HashSet<int>[World.UserCount];

    /// <summary>Lets the readers of a world choose.</summary>
    /// <param name="world">The world.</param>
    /// <param name="random">Where the choices come from.</param>
    public History(World world, Random random)
    {
        for (int user = 0; user < known.Length; user++)
        {
            HashSet<int> chosen = Choose(world, user, random);
            HeldOut[user] = chosen.ElementAt(random.Next(chosen.Count));
            chosen.Remove(HeldOut[user]);
            known[user] = chosen;
        }
        Pairs = [.. Enumerable.Range(0, known.Length).SelectMany(user => known[user].Order().Select(item => (user, item)))];
        foreach ((_, int item) in Pairs)
            Readers[item]++;
    }

    /// <summary>The readers and the books that they have read.</summary>
    public (int User, int Item)[] Pairs { get; }

    /// <summary>For each reader the book that is held out.</summary>
    public int[] HeldOut { get; } = new int[World.UserCount];

    /// <summary>For each book how many are known to have read it.</summary>
    public double[] Readers { get; } = new double[World.ItemCount];

    /// <summary>Whether a reader is known to have read a book.</summary>
    /// <param name="user">The reader.</param>
    /// <param name="item">The book.</param>
    public bool IsKnown(int user, int item) => known[user].Contains(item);

    // The largest of log-probabilities with Gumbel noise are a draw without replacement (Kool, van Hoof and Welling 2019, section 2.3).
    private static HashSet<int> Choose(World world, int user, Random random)
    {
        double[] keys = Array.ConvertAll(world.Appeals(user), appeal => appeal - Math.Log(-Math.Log(1 - random.NextDouble())));
        IEnumerable<int> favourites = Enumerable.Range(0, World.ItemCount).OrderByDescending(item => keys[item]).Take(ChoicesPerUser);
        return [.. favourites.Select(item => random.NextDouble() < WhimShare ? random.Next(World.ItemCount) : item)];
    }
}

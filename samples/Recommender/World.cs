namespace Recommender;

/// <summary>Made-up readers with tastes and books of some genres. The model sees neither: it has to find them in what was read.</summary>
internal sealed class World
{
    /// <summary>The number of readers.</summary>
    public const int UserCount = 3000;

    /// <summary>The number of books.</summary>
    public const int ItemCount = 1000;

    // How far tastes differ, and how much a match of tastes counts beside fame.
    private const double Contrast = 2.5;
    private const double TasteStrength = 5;

    // Fame falls with the rank: the first book is read some fifteen times as often as the last, were tastes the same.
    private const double FameExponent = 0.6;
    private const int FameOffset = 10;

    private readonly double[] fame = new double[ItemCount];

    /// <summary>Makes up readers and books.</summary>
    /// <param name="random">Where the figures come from.</param>
    public World(Random random)
    {
        Users = DrawShares(random, UserCount);
        Items = DrawShares(random, ItemCount);
        for (int item = 0; item < ItemCount; item++)
            fame[item] = -FameExponent * Math.Log(item + FameOffset);
        random.Shuffle(fame);
    }

    /// <summary>The names of the genres.</summary>
    public static string[] Genres { get; } = ["crime", "romance", "history", "science fiction", "travel", "poetry"];

    /// <summary>For each reader the share of each genre in what they like; the shares add up to 1.</summary>
    public double[][] Users { get; }

    /// <summary>For each book the share of each genre in it.</summary>
    public double[][] Items { get; }

    /// <summary>For each book the logarithm of how likely a reader is to choose it, up to a constant: fame + strength · Σ taste · genre.</summary>
    /// <param name="user">The reader.</param>
    public double[] Appeals(int user) =>
        [.. Enumerable.Range(0, ItemCount).Select(item => fame[item] + (TasteStrength * Users[user].Zip(Items[item], (taste, genre) => taste * genre).Sum()))];

    // The softmax of normal numbers: one or two genres outweigh the others.
    private static double[][] DrawShares(Random random, int count)
    {
        double[][] shares = new double[count][];
        for (int i = 0; i < count; i++)
        {
            double[] weights = [.. Genres.Select(_ => Math.Exp(Contrast * DrawNormal(random)))];
            shares[i] = Array.ConvertAll(weights, weight => weight / weights.Sum());
        }
        return shares;
    }

    // Box and Muller (1958).
    private static double DrawNormal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

namespace Sentiment;

/// <summary>
/// Makes up reviews from words of known polarity and a small grammar. Counting words is not enough to read them: "not" and "nothing" turn a word
/// around, and after "but" comes what counts.
/// </summary>
internal static class Opinions
{
    private const int Count = 5000;
    private const double ContrastShare = 0.3;
    private const double NegationShare = 0.4;

    private static readonly string[] aspects =
        ["leading role", "plot", "script", "score", "ending", "cast", "dialogue", "camera", "story", "villain", "first half", "last scene"];

    private static readonly string[] good = ["brilliant", "moving", "funny", "fresh", "superb", "charming", "clever", "gripping", "delightful", "warm"];
    private static readonly string[] bad = ["dull", "clumsy", "boring", "stale", "poor", "shallow", "silly", "tedious", "dreadful", "tired"];
    private static readonly string[] degrees = ["", "really ", "quite ", "very ", "utterly ", "rather "];
    private static readonly string[] openings = ["", "honestly , ", "in my view , ", "to be fair , ", "i must say , "];

    // {0} is a part of the film, {1} a word for how strong, {2} the word of polarity.
    private static readonly string[] plain =
        ["the {0} is {1}{2}", "what a {2} {0}", "i found the {0} {1}{2}", "the {0} was {1}{2} from beginning to end", "a film whose {0} is {1}{2}"];

    private static readonly string[] negated =
        ["the {0} is not {2}", "the {0} isn't {2} at all", "there is nothing {2} about the {0}", "nobody could call the {0} {2}", "i never found the {0} {2}"];

    /// <summary>Makes them up.</summary>
    /// <param name="seed">The same seed makes the same reviews.</param>
    public static Review[] Create(int seed)
    {
        Random random = new(seed);
        Review[] reviews = new Review[Count];
        for (int i = 0; i < Count; i++)
            reviews[i] = Write(random, isPositive: random.Next(2) == 0);
        return reviews;
    }

    private static Review Write(Random random, bool isPositive)
    {
        string text = Clause(random, isPositive);
        if (random.NextDouble() < ContrastShare)
            text = $"{Clause(random, !isPositive)} , but {text}";
        return new Review($"{Pick(random, openings)}{text} .", isPositive);
    }

    private static string Clause(Random random, bool isPositive)
    {
        bool isNegated = random.NextDouble() < NegationShare;
        string word = Pick(random, isPositive == isNegated ? bad : good);
        return string.Format(null, Pick(random, isNegated ? negated : plain), Pick(random, aspects), Pick(random, degrees), word);
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}

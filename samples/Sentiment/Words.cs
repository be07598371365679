using System.Text.RegularExpressions;

namespace Sentiment;

/// <summary>The words that a model knows, each with the id of its row in the embedding.</summary>
internal sealed partial class Words
{
    /// <summary>The most ids that there can be: the rows of the embedding.</summary>
    public const int MostIds = 20000;

    /// <summary>The id that fills short sentences up.</summary>
    public const int Padding = 0;

    private const int Unknown = 1;
    private const int Length = SentimentClassifier.InputSize;

    private readonly Dictionary<string, int> ids = [];

    /// <summary>Learns the words of some sentences: the frequent ones first, as many as the embedding has rows for. All others share one row.</summary>
    /// <param name="texts">The sentences.</param>
    public Words(IEnumerable<string> texts)
    {
        IEnumerable<string> known = texts.SelectMany(Split)
            .GroupBy(word => word)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(MostIds - Unknown - 1);
        foreach (string word in known)
            ids.Add(word, Unknown + 1 + ids.Count);
    }

    /// <summary>The inputs of the model for some sentences, one after the other: each is cut or filled up to the same number of words.</summary>
    /// <param name="texts">The sentences.</param>
    public int[] Encode(IReadOnlyList<string> texts)
    {
        int[] tokens = new int[texts.Count * Length];
        for (int i = 0; i < texts.Count; i++)
        {
            int place = i * Length;
            foreach (string word in Split(texts[i]).Take(Length))
                tokens[place++] = ids.GetValueOrDefault(word, Unknown);
            tokens.AsSpan(place..((i + 1) * Length)).Fill(Padding);
        }
        return tokens;
    }

    // In lower case: letters and digits, commas, brackets, exclamation and question marks; "isn't" is two words, "is" and "n't".
    private static IEnumerable<string> Split(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    // A word goes on until an ending of its own begins: n't, 's, 've, 're, 'd or 'll.
    [GeneratedRegex(@"(?:n't|'(?:s|ve|re|d|ll))\b|(?:(?!(?:n't|'(?:s|ve|re|d|ll))\b)[a-z0-9'`])+|[(),!?]")]
    private static partial Regex Word();
}

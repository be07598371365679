using System.Buffers;

namespace ModelDsl.Text;

/// <summary>
/// Splits English sentences into words by the rules that Kim 2014 ("Convolutional neural networks for sentence classification") prepares text with: letters a to z,
/// digits, apostrophes and backquotes make words; each of , ! ? ( ) is a word of its own; endings such as n't and 's are words of their own; anything else separates.
/// </summary>
internal static class WordSplitter
{
    private const string Marks = ",!?()";
    private static readonly SearchValues<char> letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789'`");
    private static readonly string[] endings = ["'s", "'ve", "n't", "'re", "'d", "'ll"];

    /// <summary>The words of a sentence, in lower case.</summary>
    /// <param name="sentence">The sentence.</param>
    internal static List<string> Split(string sentence)
    {
        // Lower case first, so that an ending is one in capitals too.
        string text = sentence.ToLowerInvariant();
        List<string> words = [];
        int start = 0;
        for (int place = 0; place < text.Length; place++)
        {
            bool inWord = letters.Contains(text[place]);
            if (inWord && !StartsEnding(text.AsSpan(place)))
            {
                continue;
            }

            AddWord(words, text.AsSpan(start, place - start));
            if (Marks.Contains(text[place]))
            {
                words.Add(text[place].ToString());
            }

            start = inWord ? place : place + 1;
        }

        AddWord(words, text.AsSpan(start));
        return words;
    }

    private static bool StartsEnding(ReadOnlySpan<char> rest)
    {
        foreach (string ending in endings)
        {
            if (rest.StartsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddWord(List<string> words, ReadOnlySpan<char> word)
    {
        if (!word.IsEmpty)
        {
            words.Add(word.ToString());
        }
    }
}

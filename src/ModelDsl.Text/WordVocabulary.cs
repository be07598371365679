using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace ModelDsl.Text;

/// <summary>
/// One id for each word of some English sentences, the most frequent first; of equals, the first in ordinal order. Text is put in lower case and split by the
/// rules of Kim 2014 ("Convolutional neural networks for sentence classification"): letters a to z, digits, apostrophes and backquotes make words; each of , ! ? ( ) is a word of its
/// own, and so is the ending in can't, it's, I've, we're, he'd and you'll; anything else, letters with accents too, separates words.
/// </summary>
public sealed class WordVocabulary : Vocabulary
{
    /// <summary>The id that fills up what is too short. It is 0, and no word's.</summary>
    public const int Padding = 0;

    /// <summary>The id of all words that the vocabulary does not have. It is 1.</summary>
    public const int Unknown = 1;

    private const string Kind = "word";
    private const string UnknownText = "<unk>";
    private const int FirstWord = 2;

    private readonly string[] words;
    private readonly FrozenDictionary<string, int> ids;

    private WordVocabulary(string[] words)
    {
        this.words = words;
        ids = words.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index + FirstWord, StringComparer.Ordinal);
    }

    /// <summary>The number of ids: the words, <see cref="Padding"/> and <see cref="Unknown"/>.</summary>
    public override int Count => words.Length + FirstWord;

    /// <summary>The vocabulary of the words of some sentences.</summary>
    /// <param name="sentences">The sentences, or whole texts.</param>
    /// <param name="minimumCount">How often a word has to occur to get an id, at least 1.</param>
    /// <param name="maximumSize">The most that <see cref="Count"/> may be, at least 2: the rarest words go first. Null, the default, for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static WordVocabulary FromSentences(IEnumerable<string> sentences, int minimumCount = 1, int? maximumSize = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumSize ?? FirstWord, FirstWord, nameof(maximumSize));
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (string word in sentences.SelectMany(WordSplitter.Split))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        return new WordVocabulary([.. counts
            .Where(pair => pair.Value >= minimumCount)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key)
            .Take((maximumSize ?? int.MaxValue) - FirstWord)]);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="VocabularyFileException">The file is damaged or holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WordVocabulary Load(string path) => VocabularyFile.Load(path, Kind, VocabularyJson.Default.WordVocabularyContents, Build);

    /// <summary>The words of a text, as they are looked up.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WordSplitter.Split(text);
    }

    /// <summary>The ids of the words of a text; <see cref="Unknown"/> for those that the vocabulary does not have.</summary>
    /// <param name="text">The text, of any length.</param>
    public override int[] Encode(string text) => [.. Split(text).Select(word => ids.GetValueOrDefault(word, Unknown))];

    /// <summary>The ids of the first words of a text, filled up with <see cref="Padding"/>: an example of a model that reads as many.</summary>
    /// <param name="text">The text, of any length.</param>
    /// <param name="ids">Takes the ids; its length is that of the example.</param>
    public void Encode(string text, Span<int> ids)
    {
        ReadOnlySpan<int> encoded = Encode(text);
        encoded = encoded[..Math.Min(encoded.Length, ids.Length)];
        encoded.CopyTo(ids);
        ids[encoded.Length..].Fill(Padding);
    }

    /// <summary>The words of some ids with blanks between them: nothing for <see cref="Padding"/>, and &lt;unk&gt; for <see cref="Unknown"/>.</summary>
    /// <param name="ids">The ids, any number of them.</param>
    /// <exception cref="ArgumentException">An id is none of this vocabulary.</exception>
    public override string Decode(ReadOnlySpan<int> ids)
    {
        CheckIds(ids);
        List<string> decoded = new(ids.Length);
        foreach (int id in ids)
        {
            if (id != Padding)
            {
                decoded.Add(id == Unknown ? UnknownText : words[id - FirstWord]);
            }
        }

        return string.Join(' ', decoded);
    }

    /// <inheritdoc/>
    public override void Save(string path) => VocabularyFile.Save(path, new WordVocabularyContents(Kind, words), VocabularyJson.Default.WordVocabularyContents);

    private static WordVocabulary Build(WordVocabularyContents contents)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string? word in contents.Words)
        {
            // A word that a text is never split into would have an id that no text gets.
            if (word is null || WordSplitter.Split(word) is not [{ } itself] || itself != word)
            {
                throw new VocabularyFileException($"'{word}' is no word.");
            }

            if (!seen.Add(word))
            {
                throw new VocabularyFileException($"The word '{word}' occurs twice.");
            }
        }

        return new WordVocabulary(contents.Words);
    }
}

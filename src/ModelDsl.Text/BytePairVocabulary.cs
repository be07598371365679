using System.Collections.Frozen;
using Microsoft.ML.Tokenizers;

namespace ModelDsl.Text;

/// <summary>
/// Byte-level byte-pair encoding, as in GPT-2 (Sennrich et al. 2016; Radford et al. 2019): any text has ids, frequent words one, rare ones several, and decoding gives the text back. Text
/// is nothing but text: what looks like a special token, such as &lt;|endoftext|&gt;, is spelled; <see cref="TryGetId"/> has its id.
/// </summary>
public sealed class BytePairVocabulary : Vocabulary
{
    private const string Kind = "byte-pair";

    private readonly string[] tokens;
    private readonly string[] merges;
    private readonly FrozenDictionary<string, int> ids;
    private readonly BpeTokenizer tokenizer;

    private BytePairVocabulary(string[] tokens, string[] merges)
    {
        BytePairFiles.Check(tokens, merges);
        this.tokens = tokens;
        this.merges = merges;
        ids = tokens.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        tokenizer = BpeTokenizer.Create(new BpeOptions(ids) { Merges = merges, ByteLevel = true, PreTokenizer = new RegexPreTokenizer(BytePairPieces.Expression(), null) });
    }

    /// <inheritdoc/>
    public override int Count => tokens.Length;

    /// <summary>Learns a vocabulary: the 256 bytes, and then, one by one, the most frequent pair of neighbouring tokens.</summary>
    /// <param name="texts">The texts to learn from.</param>
    /// <param name="size">The <see cref="Count"/> to stop at, at least 256. It is less in the end if no pair occurs twice any more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 256.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair.</exception>
    public static BytePairVocabulary Train(IEnumerable<string> texts, int size)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, ByteSymbols.All.Length);
        (string[] tokens, string[] merges) = BytePairTrainer.Train(texts, size);
        return new BytePairVocabulary(tokens, merges);
    }

    /// <summary>Learns a vocabulary from one text.</summary>
    /// <inheritdoc cref="Train(IEnumerable{string}, int)"/>
    /// <param name="text">The text to learn from.</param>
    /// <param name="size">The <see cref="Count"/> to stop at, at least 256. It is less in the end if no pair occurs twice any more.</param>
    public static BytePairVocabulary Train(string text, int size) => Train([text], size);

    /// <summary>Reads a vocabulary in the files of GPT-2.</summary>
    /// <param name="vocabulary">vocab.json: an object with the id of each token. Left open.</param>
    /// <param name="merges">merges.txt: on each line the two halves of a merge, the first merge first. Left open.</param>
    /// <exception cref="VocabularyFileException">A file is damaged, or they do not belong together.</exception>
    /// <exception cref="IOException">A stream cannot be read.</exception>
    public static BytePairVocabulary Load(Stream vocabulary, Stream merges)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(merges);
        return new BytePairVocabulary(BytePairFiles.ReadTokens(vocabulary), BytePairFiles.ReadMerges(merges));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="VocabularyFileException">The file is damaged or holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static BytePairVocabulary Load(string path) =>
        VocabularyFile.Load(path, Kind, VocabularyJson.Default.BytePairVocabularyContents, contents => new BytePairVocabulary(contents.Tokens, contents.Merges));

    /// <summary>The id of a token.</summary>
    /// <param name="token">The token as the files spell it: Ġ for a blank, for example.</param>
    /// <param name="id">The id, or 0 if there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetId(string token, out int id)
    {
        ArgumentNullException.ThrowIfNull(token);
        return ids.TryGetValue(token, out id);
    }

    /// <inheritdoc/>
    public override int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Scalars.Check(text, nameof(text));
        return [.. tokenizer.EncodeToIds(text)];
    }

    /// <summary>The text of some ids. Bytes that are no UTF-8, where a character has been cut for example, become U+FFFD.</summary>
    /// <param name="ids">The ids, any number of them.</param>
    /// <exception cref="ArgumentException">An id is none of this vocabulary.</exception>
    public override string Decode(ReadOnlySpan<int> ids)
    {
        CheckIds(ids);
        return tokenizer.Decode(ids.ToArray());
    }

    /// <inheritdoc/>
    public override void Save(string path) => VocabularyFile.Save(path, new BytePairVocabularyContents(Kind, tokens, merges), VocabularyJson.Default.BytePairVocabularyContents);
}

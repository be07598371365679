using System.Collections.Frozen;
using System.Text;

namespace ModelDsl.Text;

/// <summary>One id for each character (code point) of a text, in the order of the code points.</summary>
public sealed class CharacterVocabulary : Vocabulary
{
    private const string Kind = "character";

    private readonly Rune[] characters;
    private readonly FrozenDictionary<Rune, int> ids;

    private CharacterVocabulary(Rune[] characters, int? unknown)
    {
        this.characters = characters;
        ids = characters.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index);
        Unknown = unknown;
    }

    /// <inheritdoc/>
    public override int Count => characters.Length;

    /// <summary>The id that characters get which are not in the vocabulary; null where they are an error.</summary>
    public int? Unknown { get; }

    /// <summary>The vocabulary of the characters of a text.</summary>
    /// <param name="text">The text, at least one character long.</param>
    /// <param name="unknown">A character that stands in for all that the vocabulary does not have, and gets an id like any other; null, the default, if those are an error.</param>
    /// <exception cref="ArgumentException">The text is empty, or has half of a surrogate pair.</exception>
    public static CharacterVocabulary FromText(string text, Rune? unknown = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Scalars.Check(text, nameof(text));
        HashSet<Rune> found = [.. text.EnumerateRunes()];
        if (unknown is { } standIn)
        {
            found.Add(standIn);
        }

        Rune[] characters = [.. found.Order()];
        return new CharacterVocabulary(characters, unknown is { } rune ? Array.BinarySearch(characters, rune) : null);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="VocabularyFileException">The file is damaged or holds something else.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CharacterVocabulary Load(string path) => VocabularyFile.Load(path, Kind, VocabularyJson.Default.CharacterVocabularyContents, Build);

    /// <summary>The ids of a text, one for each code point.</summary>
    /// <param name="text">The text, of any length.</param>
    /// <exception cref="ArgumentException">A character is not in the vocabulary, and <see cref="Unknown"/> is null.</exception>
    public override int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> encoded = new(text.Length);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int place = text.Length - rest.Length;
            bool whole = Scalars.TryTake(ref rest, out Rune character);
            encoded.Add(whole && ids.TryGetValue(character, out int id) ? id : Unknown ?? throw NotFound(text, place, whole ? character : null));
        }

        return [.. encoded];
    }

    /// <inheritdoc/>
    public override string Decode(ReadOnlySpan<int> ids)
    {
        CheckIds(ids);
        StringBuilder text = new(ids.Length);
        foreach (int id in ids)
        {
            text.Append(characters[id]);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public override void Save(string path) =>
        VocabularyFile.Save(path, new CharacterVocabularyContents(Kind, string.Concat(characters), Unknown), VocabularyJson.Default.CharacterVocabularyContents);

    private static CharacterVocabulary Build(CharacterVocabularyContents contents)
    {
        Rune[] characters = [.. contents.Characters.EnumerateRunes()];
        if (characters.Length == 0 || characters.Zip(characters.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new VocabularyFileException("Its characters are not one or more in the order of their code points, each once.");
        }

        if (contents.Unknown is { } unknown && (unknown < 0 || unknown >= characters.Length))
        {
            throw new VocabularyFileException(FormattableString.Invariant($"The id of unknown characters is {unknown}, but the ids are 0 to {characters.Length - 1}."));
        }

        return new CharacterVocabulary(characters, contents.Unknown);
    }

    // A control character has no glyph and would break the line of the message: its number says which it is.
    private static ArgumentException NotFound(string text, int place, Rune? character) => character is { } rune
        ? new ArgumentException(
            FormattableString.Invariant($"The character {(Rune.IsControl(rune) ? "" : $"'{rune}' ")}(U+{rune.Value:X4}) at index {place} is not in the vocabulary, which has no Unknown."), nameof(text))
        : Scalars.HalfPair(text[place], place, nameof(text));
}

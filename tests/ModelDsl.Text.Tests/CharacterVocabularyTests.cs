using System.Text;

namespace ModelDsl.Text.Tests;

public sealed class CharacterVocabularyTests
{
    [Fact]
    public void Ids_are_in_the_order_of_the_code_points()
    {
        // U+FFFD comes before U+1F600 as a code point, and after its surrogates as UTF-16.
        CharacterVocabulary vocabulary = CharacterVocabulary.FromText("hello 😀\uFFFD\n");
        Assert.Equal(8, vocabulary.Count);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], vocabulary.Encode("\n ehlo\uFFFD😀"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello\nhello")]
    [InlineData("😀\uFFFD o")]
    public void Decoding_gives_the_text_back(string text)
    {
        CharacterVocabulary vocabulary = CharacterVocabulary.FromText("hello 😀\uFFFD\n");
        Assert.Equal(text, vocabulary.Decode(vocabulary.Encode(text)));
    }

    [Theory]
    [InlineData("ab😀x", "The character 'x' (U+0078) at index 4 is not in the vocabulary")]
    [InlineData("a\t", "The character (U+0009) at index 1 is not in the vocabulary")]
    public void A_character_that_is_not_there_is_named_with_its_place(string text, string message)
    {
        CharacterVocabulary vocabulary = CharacterVocabulary.FromText("ab😀");
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => vocabulary.Encode(text));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.Equal("text", thrown.ParamName);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_character()
    {
        CharacterVocabulary vocabulary = CharacterVocabulary.FromText("ab\uFFFD");
        ArgumentException thrown = Assert.Throws<ArgumentException>("text", () => vocabulary.Encode("a\ud83d"));
        Assert.Contains("half of a surrogate pair, U+D83D, at index 1", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stand_in_takes_the_place_of_what_is_not_there()
    {
        CharacterVocabulary vocabulary = CharacterVocabulary.FromText("az", new Rune('?'));
        Assert.Equal(3, vocabulary.Count);
        Assert.Equal(0, vocabulary.Unknown);
        Assert.Equal([1, 0, 2, 0], vocabulary.Encode("amz\udc00"));
        Assert.Equal("a?z", vocabulary.Decode([1, 0, 2]));
    }

    [Fact]
    public void What_was_saved_is_loaded()
    {
        using TemporaryFolder folder = new();
        CharacterVocabulary vocabulary = CharacterVocabulary.FromText("\"\\\0é😀az", new Rune('é'));
        vocabulary.Save(folder.File);
        CharacterVocabulary loaded = CharacterVocabulary.Load(folder.File);
        int[] all = [.. Enumerable.Range(0, vocabulary.Count)];
        Assert.Equal("\0\"\\azé😀", loaded.Decode(all));
        Assert.Equal(vocabulary.Count, loaded.Count);
        Assert.Equal(5, loaded.Unknown);
        Assert.Equal(["vocabulary.json"], folder.Names);
    }

    [Theory]
    [InlineData("""{"kind":"character","characters":"","unknown":null}""", "in the order of their code points")]
    [InlineData("""{"kind":"character","characters":"ba","unknown":null}""", "in the order of their code points")]
    [InlineData("""{"kind":"character","characters":"aa","unknown":null}""", "in the order of their code points")]
    [InlineData("""{"kind":"character","characters":"ab","unknown":2}""", "is 2, but the ids are 0 to 1")]
    [InlineData("""{"kind":"character","characters":"ab","unknown":-1}""", "is -1, but the ids are 0 to 1")]
    [InlineData("""{"kind":"character","characters":"\ud83d","unknown":null}""", "cannot be loaded as a character vocabulary")]
    [InlineData("""{"kind":"character","characters":null,"unknown":null}""", "characters")]
    [InlineData("""{"kind":"character","unknown":null}""", "characters")]
    public void Contents_that_make_no_vocabulary_are_refused(string json, string message)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File, json);
        VocabularyFileException thrown = Assert.Throws<VocabularyFileException>(() => CharacterVocabulary.Load(folder.File));
        Assert.Contains(folder.File, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(message, thrown.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_text_without_characters_makes_no_vocabulary()
    {
        Assert.Throws<ArgumentException>("text", () => CharacterVocabulary.FromText(""));
        Assert.Throws<ArgumentException>("text", () => CharacterVocabulary.FromText("a\udc00"));
    }
}

namespace ModelDsl.Text.Tests;

public sealed class WordVocabularyTests
{
    [Theory]
    [InlineData("The Rock is destined", "the|rock|is|destined")]
    [InlineData("it's can't they've we're he'd you'll", "it|'s|ca|n't|they|'ve|we|'re|he|'d|you|'ll")]
    [InlineData("IT'S", "it|'s")]
    [InlineData("good,bad (really?)!", "good|,|bad|(|really|?|)|!")]
    [InlineData("90's `quoted' - a.b/c \"d\"; caf\u00e9s", "90|'s|`quoted'|a|b|c|d|caf|s")]
    [InlineData("  \t\n . ", "")]
    public void Sentences_are_split_as_Kim_prepares_them(string sentence, string words) =>
        Assert.Equal(words, string.Join('|', WordVocabulary.Split(sentence)));

    [Fact]
    public void The_most_frequent_word_comes_first_after_padding_and_unknown()
    {
        WordVocabulary vocabulary = WordVocabulary.FromSentences(["b a b", "c b a", "d"]);
        Assert.Equal(6, vocabulary.Count);
        Assert.Equal([2, 3, 4, 5, WordVocabulary.Unknown], vocabulary.Encode("B a c d e"));
    }

    [Fact]
    public void Rare_words_and_those_beyond_the_size_are_unknown()
    {
        string[] sentences = ["b a b", "c b a c", "d"];
        Assert.Equal([2, 3, 4, 1], WordVocabulary.FromSentences(sentences, minimumCount: 2).Encode("b a c d"));
        WordVocabulary small = WordVocabulary.FromSentences(sentences, maximumSize: 4);
        Assert.Equal(4, small.Count);
        Assert.Equal([2, 3, 1, 1], small.Encode("b a c d"));
        Assert.Equal(2, WordVocabulary.FromSentences(sentences, maximumSize: 2).Count);
    }

    [Fact]
    public void An_example_is_cut_or_filled_up()
    {
        WordVocabulary vocabulary = WordVocabulary.FromSentences(["a b b"]);
        int[] ids = [9, 9, 9];
        vocabulary.Encode("a b", ids);
        Assert.Equal([3, 2, WordVocabulary.Padding], ids);
        vocabulary.Encode("b b b a a", ids);
        Assert.Equal([2, 2, 2], ids);
    }

    [Fact]
    public void Decoding_joins_the_words_and_leaves_padding_out()
    {
        WordVocabulary vocabulary = WordVocabulary.FromSentences(["it's a film , a good one"]);
        Assert.Equal("it 's a <unk> film", vocabulary.Decode([.. vocabulary.Encode("It's a bad film"), WordVocabulary.Padding, WordVocabulary.Padding]));
    }

    [Fact]
    public void What_was_saved_is_loaded()
    {
        using TemporaryFolder folder = new();
        WordVocabulary vocabulary = WordVocabulary.FromSentences(["it's (not) a film, a film isn't it?"]);
        vocabulary.Save(folder.File);
        WordVocabulary loaded = WordVocabulary.Load(folder.File);
        int[] all = [.. Enumerable.Range(0, vocabulary.Count)];
        Assert.Equal(vocabulary.Decode(all), loaded.Decode(all));
        Assert.Equal(vocabulary.Count, loaded.Count);
    }

    [Theory]
    [InlineData("""{"kind":"word","words":["a","b","a"]}""", "'a' occurs twice")]
    [InlineData("""{"kind":"word","words":["A"]}""", "'A' is no word")]
    [InlineData("""{"kind":"word","words":["it's"]}""", "'it's' is no word")]
    [InlineData("""{"kind":"word","words":[null]}""", "'' is no word")]
    [InlineData("""{"kind":"word","words":null}""", "words")]
    public void Contents_that_make_no_vocabulary_are_refused(string json, string message)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File, json);
        VocabularyFileException thrown = Assert.Throws<VocabularyFileException>(() => WordVocabulary.Load(folder.File));
        Assert.Contains(message, thrown.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Bad_limits_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("minimumCount", () => WordVocabulary.FromSentences([], minimumCount: 0));
        Assert.Throws<ArgumentOutOfRangeException>("maximumSize", () => WordVocabulary.FromSentences([], maximumSize: 1));
    }
}

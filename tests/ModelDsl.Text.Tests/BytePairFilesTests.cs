using System.Text;
using System.Text.Json;

namespace ModelDsl.Text.Tests;

public sealed class BytePairFilesTests
{
    private static readonly string[] bytes = [.. ByteSymbols.All.ToArray().Select(symbol => symbol.ToString())];

    [Fact]
    public void The_files_of_GPT_2_are_read()
    {
        BytePairVocabulary vocabulary = Load([.. bytes, "th", "the", "\u0120the", "<|endoftext|>"], "#version: 0.2\nt h\nth e\n\u0120 the\n");
        Assert.Equal(260, vocabulary.Count);
        Assert.Equal([257, 258, 32, 256], vocabulary.Encode("the the th"));
        Assert.True(vocabulary.TryGetId("<|endoftext|>", out int end));
        Assert.Equal("the<|endoftext|>", vocabulary.Decode([257, end]));
        Assert.DoesNotContain(end, vocabulary.Encode("<|endoftext|>"));
    }

    [Fact]
    public void Bytes_are_spelled_as_in_GPT_2()
    {
        Assert.Equal('\u0120', ByteSymbols.All[' ']);
        Assert.Equal('\u010A', ByteSymbols.All['\n']);
        Assert.Equal('\u0100', ByteSymbols.All[0]);
        Assert.Equal('\u0143', ByteSymbols.All[0xAD]);
        Assert.Equal('~', ByteSymbols.All['~']);
        Assert.Equal('\u00e9', ByteSymbols.All[0xE9]);
        Assert.Equal(256, bytes.Distinct().Count());
    }

    [Fact]
    public void The_order_in_the_file_is_not_the_order_of_the_ids()
    {
        Dictionary<string, int> ids = bytes.Reverse().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Assert.Equal([255 - 'a'], BytePairVocabulary.Load(Stream(JsonSerializer.Serialize(ids)), Stream("")).Encode("a"));
    }

    [Theory]
    [InlineData("a b", "The merge 'a b'")]
    [InlineData("a", "The merge 'a'")]
    [InlineData("t h e", "The merge 't h e'")]
    [InlineData("t h\nt h", "or it occurs twice")]
    public void A_merge_that_makes_no_token_is_refused(string merges, string message)
    {
        VocabularyFileException thrown = Assert.Throws<VocabularyFileException>(() => Load([.. bytes, "th"], merges));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":0,"b":0}""", "'b' has the id 0")]
    [InlineData("""{"a":0,"b":2}""", "each of 0 to 1 is the id of one; 'b' has the id 2")]
    [InlineData("""{"a":-1}""", "'a' has the id -1")]
    [InlineData("""["a"]""", "not a JSON object with the id of each token")]
    [InlineData("""{"a":""", "not a JSON object with the id of each token")]
    [InlineData("null", "The vocabulary is null")]
    public void Ids_that_are_not_one_for_each_token_are_refused(string vocabulary, string message)
    {
        VocabularyFileException thrown = Assert.Throws<VocabularyFileException>(() => BytePairVocabulary.Load(Stream(vocabulary), Stream("")));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private static BytePairVocabulary Load(string[] tokens, string merges) =>
        BytePairVocabulary.Load(Stream(JsonSerializer.Serialize(tokens.Index().ToDictionary(pair => pair.Item, pair => pair.Index))), Stream(merges));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}

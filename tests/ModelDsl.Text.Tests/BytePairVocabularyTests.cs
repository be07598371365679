using CsCheck;

namespace ModelDsl.Text.Tests;

public sealed class BytePairVocabularyTests
{
    private const string Rhyme = "the cat and the hat, the cat's mat and that hat; \u00e9t\u00e9, \u00e9t\u00e9 \U0001F600\n  the end, isn't it?\n\n";

    [Fact]
    public void Bytes_come_first_and_the_most_frequent_pairs_after_them()
    {
        // Pieces "aaab" and " aaab": aa occurs four times, overlaps counted; after it a and b, and aa and a, twice each, and the lower ids win.
        BytePairVocabulary vocabulary = BytePairVocabulary.Train("aaab aaab", 258);
        Assert.Equal(258, vocabulary.Count);
        Assert.True(vocabulary.TryGetId("aa", out int first));
        Assert.Equal(256, first);
        Assert.Equal([256, 257], vocabulary.Encode("aaab"));
        Assert.Equal([256, 'a', 'b'], BytePairVocabulary.Train("aaab aaab", 257).Encode("aaab"));
    }

    [Fact]
    public void Counts_that_are_kept_up_are_those_of_counting_anew()
    {
        Gen.Char["aab c"].Array[0, 80].Sample(units =>
        {
            string text = new(units);
            List<string> expected = CountAnew(text, 12);
            (string[] tokens, string[] merges) = BytePairTrainer.Train([text], 256 + 12);
            Assert.Equal(expected, tokens[256..]);
            Assert.Equal(expected, merges.Select(merge => merge.Replace(" ", "", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void Frequent_words_become_one_token()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train(Rhyme, 300);
        Assert.True(vocabulary.TryGetId("\u0120the", out int the));
        Assert.Equal([the], vocabulary.Encode(" the"));
        Assert.False(vocabulary.TryGetId("\u0120zebra", out _));
    }

    [Fact]
    public void Learning_stops_where_no_pair_occurs_twice()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train("abc abc", 10_000);
        Assert.Equal(258, vocabulary.Count);
        Assert.Equal(256, BytePairVocabulary.Train("", 300).Count);
    }

    [Fact]
    public void Any_text_comes_back()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train(Rhyme, 290);
        Gen.Char["the catsHt',.\n \t\u00e9\u20ac\u0120\0"].Array[0, 60].Sample(units =>
        {
            string text = new(units);
            Assert.Equal(text, vocabulary.Decode(vocabulary.Encode(text)));
        });
        Assert.Equal("\U0001F600<|endoftext|>", vocabulary.Decode(vocabulary.Encode("\U0001F600<|endoftext|>")));
    }

    [Fact]
    public void A_piece_is_merged_in_the_order_in_which_pairs_were_learnt()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train(Rhyme, 280);
        (string[] tokens, string[] merges) = BytePairTrainer.Train([Rhyme], 280);
        Gen.Char["theacd"].Array[1, 20].Sample(units =>
        {
            List<int> expected = [.. units.Select(unit => (int)unit)];
            foreach (string merge in merges)
            {
                MergeAll(tokens, merge, expected);
            }

            Assert.Equal(expected, vocabulary.Encode(new string(units)));
        });
    }

    [Fact]
    public void A_character_that_is_cut_becomes_a_replacement_character()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train("", 256);
        Assert.Equal("\uFFFDa", vocabulary.Decode([0xC3, 'a']));
        Assert.Equal([0xC3, 0xA9], vocabulary.Encode("\u00e9"));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train("", 256);
        ArgumentException thrown = Assert.Throws<ArgumentException>("text", () => vocabulary.Encode("ab\ud83dc"));
        Assert.Contains("U+D83D, at index 2", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("texts", () => BytePairVocabulary.Train("\udc00", 300));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => BytePairVocabulary.Train("", 255));
    }

    [Fact]
    public void What_was_saved_is_loaded()
    {
        using TemporaryFolder folder = new();
        BytePairVocabulary vocabulary = BytePairVocabulary.Train(Rhyme, 290);
        vocabulary.Save(folder.File);
        BytePairVocabulary loaded = BytePairVocabulary.Load(folder.File);
        Assert.Equal(vocabulary.Count, loaded.Count);
        Assert.Equal(vocabulary.Encode(Rhyme), loaded.Encode(Rhyme));
    }

    [Theory]
    [InlineData("""{"kind":"byte-pair","tokens":["a","b"],"merges":[]}""", "has no token 'Ā' for the byte 0")]
    [InlineData("""{"kind":"byte-pair","tokens":["a","a"],"merges":[]}""", "The token 'a' is empty, occurs twice")]
    [InlineData("""{"kind":"byte-pair","tokens":["a b"],"merges":[]}""", "The token 'a b'")]
    [InlineData("""{"kind":"byte-pair","tokens":["a"]}""", "merges")]
    public void Contents_that_make_no_vocabulary_are_refused(string json, string message)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File, json);
        VocabularyFileException thrown = Assert.Throws<VocabularyFileException>(() => BytePairVocabulary.Load(folder.File));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private static void MergeAll(string[] tokens, string merge, List<int> ids)
    {
        int merged = Array.IndexOf(tokens, merge.Replace(" ", "", StringComparison.Ordinal));
        for (int i = 0; i + 1 < ids.Count; i++)
        {
            if ($"{tokens[ids[i]]} {tokens[ids[i + 1]]}" == merge)
            {
                ids[i] = merged;
                ids.RemoveAt(i + 1);
            }
        }
    }

    // The algorithm as it is written: all pairs are counted again for each merge.
    private static List<string> CountAnew(string text, int merges)
    {
        List<string> tokens = [.. ByteSymbols.All.ToArray().Select(symbol => symbol.ToString())];
        List<List<int>> pieces = [.. BytePairPieces.Expression().Matches(text).Select(match => match.Value.Select(unit => (int)unit).ToList())];
        while (tokens.Count < 256 + merges)
        {
            (int Left, int Right)[] best = [.. pieces
                .SelectMany(piece => piece.Zip(piece.Skip(1)))
                .GroupBy(pair => pair)
                .Where(group => group.Count() >= 2 && !tokens.Contains(tokens[group.Key.First] + tokens[group.Key.Second]))
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key)
                .Select(group => group.Key)
                .Take(1)];
            if (best is not [var (left, right)])
            {
                break;
            }

            tokens.Add(tokens[left] + tokens[right]);
            pieces.ForEach(piece => MergeAll([.. tokens], $"{tokens[left]} {tokens[right]}", piece));
        }

        return tokens[256..];
    }
}

namespace ModelDsl.Text.Tests;

public sealed class VocabularyTests
{
    public static TheoryData<Vocabulary> All() =>
    [
        CharacterVocabulary.FromText("abc"), WordVocabulary.FromSentences(["a b c"]), BytePairVocabulary.Train("abcabc", 258),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void An_id_outside_is_named_with_its_place(Vocabulary vocabulary)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>("ids", () => vocabulary.Decode([0, 1, vocabulary.Count]));
        Assert.Contains($"at index 2 is {vocabulary.Count}; those of this vocabulary are 0 to {vocabulary.Count - 1}", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("ids", () => vocabulary.Decode([-1]));
        Assert.NotNull(vocabulary.Decode([0, vocabulary.Count - 1]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_file_that_cannot_be_written_leaves_what_was_there(Vocabulary vocabulary)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File);
        Assert.ThrowsAny<SystemException>(() => vocabulary.Save(folder.File));
        Assert.Equal(["vocabulary.json"], folder.Names);
        Assert.Throws<DirectoryNotFoundException>(() => vocabulary.Save(Path.Combine(folder.File, "none", "file.json")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Saving_replaces_a_file(Vocabulary vocabulary)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File, new string('x', 1_000_000));
        vocabulary.Save(folder.File);
        Assert.StartsWith("{\"kind\":\"", File.ReadAllText(folder.File), StringComparison.Ordinal);
        Assert.Equal(["vocabulary.json"], folder.Names);
    }

    [Theory]
    [InlineData("", "cannot be loaded as a word vocabulary")]
    [InlineData("{\"kind\":\"word\",\"wor", "cannot be loaded as a word vocabulary")]
    [InlineData("[]", "it has no \"kind\"")]
    [InlineData("{\"kind\":1}", "it has no \"kind\"")]
    [InlineData("{\"kind\":\"character\",\"characters\":\"a\"}", "It holds a character vocabulary.")]
    public void A_broken_or_foreign_file_is_refused(string contents, string message)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File, contents);
        VocabularyFileException thrown = Assert.Throws<VocabularyFileException>(() => WordVocabulary.Load(folder.File));
        Assert.Contains(folder.File, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        using TemporaryFolder folder = new();
        Assert.Throws<FileNotFoundException>(() => CharacterVocabulary.Load(folder.File));
        Assert.Throws<FileNotFoundException>(() => WordVocabulary.Load(folder.File));
        Assert.Throws<FileNotFoundException>(() => BytePairVocabulary.Load(folder.File));
    }
}

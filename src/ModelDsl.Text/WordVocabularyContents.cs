namespace ModelDsl.Text;

/// <summary>The file of a <see cref="WordVocabulary"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">The words in the order of their ids, from the first that is a word.</param>
internal sealed record WordVocabularyContents(string Kind, string[] Words);

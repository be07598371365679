namespace ModelDsl.Text;

/// <summary>The file of a <see cref="BytePairVocabulary"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Tokens">The tokens in the order of their ids, a character for each byte.</param>
/// <param name="Merges">The pairs that are merged, the first first, a blank between their halves.</param>
internal sealed record BytePairVocabularyContents(string Kind, string[] Tokens, string[] Merges);

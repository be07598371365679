namespace ModelDsl.Text;

/// <summary>The file of a <see cref="CharacterVocabulary"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Characters">The characters, in the order of their code points.</param>
/// <param name="Unknown">The id of the character that stands in for others, or null.</param>
internal sealed record CharacterVocabularyContents(string Kind, string Characters, int? Unknown);

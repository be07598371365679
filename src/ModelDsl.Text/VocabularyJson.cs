using System.Text.Json.Serialization;

namespace ModelDsl.Text;

/// <summary>How the files are written and read, generated at build time: there is no reflection under NativeAOT.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CharacterVocabularyContents))]
[JsonSerializable(typeof(WordVocabularyContents))]
[JsonSerializable(typeof(BytePairVocabularyContents))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class VocabularyJson : JsonSerializerContext;

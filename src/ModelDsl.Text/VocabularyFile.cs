using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ModelDsl.Text;

/// <summary>Vocabularies on the disk: a JSON object that says in "kind" what it holds.</summary>
internal static class VocabularyFile
{
    private const string Kind = "kind";

    /// <summary>Writes beside the file and moves over it, so that there is never half a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="contents">What to write.</param>
    /// <param name="type">How it is written.</param>
    internal static void Save<T>(string path, T contents, JsonTypeInfo<T> type)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                JsonSerializer.Serialize(file, contents, type);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Reads a file and builds what it holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What "kind" has to be.</param>
    /// <param name="type">How the contents are read.</param>
    /// <param name="build">Builds the vocabulary; throws <see cref="VocabularyFileException"/> for contents that make none.</param>
    /// <exception cref="VocabularyFileException">The file is damaged or holds something else.</exception>
    internal static TVocabulary Load<TContents, TVocabulary>(string path, string kind, JsonTypeInfo<TContents> type, Func<TContents, TVocabulary> build)
        where TContents : class
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            CheckKind(document.RootElement, kind);
            return build(document.RootElement.Deserialize(type)!);
        }
        // Text that is no UTF-16, such as half a surrogate pair, is an InvalidOperationException of the reader.
        catch (Exception exception) when (exception is VocabularyFileException or JsonException or InvalidOperationException)
        {
            throw new VocabularyFileException($"'{path}' cannot be loaded as a {kind} vocabulary. {exception.Message}", exception);
        }
    }

    private static void CheckKind(JsonElement root, string kind)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Kind, out JsonElement found) || found.ValueKind != JsonValueKind.String)
        {
            throw new VocabularyFileException($"It is JSON, but no vocabulary: it has no \"{Kind}\".");
        }

        if (!found.ValueEquals(kind))
        {
            throw new VocabularyFileException($"It holds a {found.GetString()} vocabulary.");
        }
    }
}

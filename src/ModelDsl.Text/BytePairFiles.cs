using System.Text.Json;

namespace ModelDsl.Text;

/// <summary>Reads and checks tokens and merges, so that a vocabulary that has been made can encode any text and decode any id.</summary>
internal static class BytePairFiles
{
    private const string VersionLine = "#version";

    /// <summary>Reads a GPT-2 vocab.json: an object with the id of each token.</summary>
    /// <param name="vocabulary">The stream; left open.</param>
    /// <returns>The tokens in the order of their ids.</returns>
    /// <exception cref="VocabularyFileException">It is no such file.</exception>
    internal static string[] ReadTokens(Stream vocabulary)
    {
        Dictionary<string, int> ids = ReadIds(vocabulary);
        string?[] tokens = new string[ids.Count];
        foreach ((string token, int id) in ids)
        {
            if (id < 0 || id >= tokens.Length || tokens[id] is not null)
            {
                throw new VocabularyFileException(FormattableString.Invariant($"The vocabulary has {tokens.Length} tokens, so each of 0 to {tokens.Length - 1} is the id of one; '{token}' has the id {id}."));
            }

            tokens[id] = token;
        }

        return tokens!;
    }

    /// <summary>Reads a GPT-2 merges.txt: on each line the two halves of a merge with a blank between them, after a line with the version.</summary>
    /// <param name="merges">The stream; left open.</param>
    /// <returns>The merges, the first first.</returns>
    internal static string[] ReadMerges(Stream merges)
    {
        using StreamReader reader = new(merges, leaveOpen: true);
        List<string> lines = [];
        for (int number = 0; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && !(number == 0 && line.StartsWith(VersionLine, StringComparison.Ordinal)))
            {
                lines.Add(line);
            }
        }

        return [.. lines];
    }

    /// <summary>Throws unless there is a token for each byte, each token is once there and made of bytes, and each merge makes a token of two.</summary>
    /// <param name="tokens">The tokens in the order of their ids.</param>
    /// <param name="merges">The merges.</param>
    /// <exception cref="VocabularyFileException">That is not so.</exception>
    internal static void Check(string?[] tokens, string?[] merges)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (string? token in tokens)
        {
            if (string.IsNullOrEmpty(token) || token.AsSpan().ContainsAnyExcept(ByteSymbols.All) || !known.Add(token))
            {
                throw new VocabularyFileException($"The token '{token}' is empty, occurs twice, or has a character that stands for no byte.");
            }
        }

        for (int value = 0; value < ByteSymbols.All.Length; value++)
        {
            if (!known.Contains(ByteSymbols.All[value].ToString()))
            {
                throw new VocabularyFileException(FormattableString.Invariant($"The vocabulary has no token '{ByteSymbols.All[value]}' for the byte {value}."));
            }
        }

        HashSet<string> made = new(StringComparer.Ordinal);
        foreach (string? merge in merges)
        {
            if (merge?.Split(' ') is not [var left, var right] || !known.Contains(left) || !known.Contains(right) || !known.Contains(left + right) || !made.Add(merge))
            {
                throw new VocabularyFileException($"The merge '{merge}' is not two tokens with a blank between them that make a third, or it occurs twice.");
            }
        }
    }

    private static Dictionary<string, int> ReadIds(Stream vocabulary)
    {
        try
        {
            return JsonSerializer.Deserialize(vocabulary, VocabularyJson.Default.DictionaryStringInt32) ?? throw new VocabularyFileException("The vocabulary is null.");
        }
        catch (JsonException exception)
        {
            throw new VocabularyFileException($"The vocabulary is not a JSON object with the id of each token. {exception.Message}", exception);
        }
    }
}

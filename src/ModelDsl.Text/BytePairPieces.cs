using System.Text.RegularExpressions;

namespace ModelDsl.Text;

/// <summary>The pieces of a text that no token reaches across.</summary>
internal static partial class BytePairPieces
{
    /// <summary>
    /// Finds the pieces as GPT-2 does: the endings of English contractions; runs of letters, of digits, or of neither, each with the blank before it; and white space, whose last
    /// blank goes to what follows it.
    /// </summary>
    [GeneratedRegex(@"'(?:[stmd]|re|ve|ll)| ?(?:\p{L}+|\p{N}+|[^\s\p{L}\p{N}]+)|\s+(?!\S)|\s+", RegexOptions.CultureInvariant)]
    internal static partial Regex Expression();
}

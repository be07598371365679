using System.Buffers;
using System.Text;

namespace ModelDsl.Text;

/// <summary>Reads text code point by code point, and lets no half of a surrogate pair pass: it is no character, and no encoding has bytes for it.</summary>
internal static class Scalars
{
    /// <summary>Takes the first code point off a text.</summary>
    /// <param name="rest">What is left of the text, at least one unit; shortened.</param>
    /// <param name="rune">The code point.</param>
    /// <returns>Whether there is one: false for half of a surrogate pair, which is taken off too.</returns>
    internal static bool TryTake(ref ReadOnlySpan<char> rest, out Rune rune)
    {
        OperationStatus status = Rune.DecodeFromUtf16(rest, out rune, out int units);
        rest = rest[units..];
        return status == OperationStatus.Done;
    }

    /// <summary>Throws if the text has half of a surrogate pair.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What the text is called in the exception.</param>
    /// <exception cref="ArgumentException">It has one.</exception>
    internal static void Check(ReadOnlySpan<char> text, string name)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int place = text.Length - rest.Length;
            if (!TryTake(ref rest, out _))
            {
                throw HalfPair(text[place], place, name);
            }
        }
    }

    /// <summary>What is thrown for half of a surrogate pair.</summary>
    /// <param name="half">The half.</param>
    /// <param name="place">Its index in the text, in UTF-16 units.</param>
    /// <param name="name">What the text is called.</param>
    internal static ArgumentException HalfPair(char half, int place, string name) =>
        new(FormattableString.Invariant($"The text has half of a surrogate pair, U+{(int)half:X4}, at index {place}."), name);
}

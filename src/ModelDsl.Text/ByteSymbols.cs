namespace ModelDsl.Text;

/// <summary>
/// A printable character for each byte, so that tokens of any bytes can be written in text files (Radford et al. 2019, GPT-2): a byte that is a printable character of Latin-1 is that
/// character, and the others are U+0100, U+0101, … in their order.
/// </summary>
internal static class ByteSymbols
{
    private const int FirstStandIn = 0x100;
    private static readonly string symbols = Create();

    /// <summary>The character of each byte, in the order of the bytes.</summary>
    internal static ReadOnlySpan<char> All => symbols;

    private static string Create()
    {
        char next = (char)FirstStandIn;
        char[] all = new char[byte.MaxValue + 1];
        for (int value = 0; value < all.Length; value++)
        {
            all[value] = IsPrintable(value) ? (char)value : next++;
        }

        return new string(all);
    }

    // Blanks (0x20, 0xA0) and the soft hyphen (0xAD) leave no ink, so they are not.
    private static bool IsPrintable(int value) => value is (> 0x20 and < 0x7F) or (> 0xA0 and not 0xAD);
}

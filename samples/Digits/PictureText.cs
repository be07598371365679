namespace Digits;

/// <summary>Pictures as text.</summary>
internal static class PictureText
{
    private const string Shades = " ░▒▓█";

    /// <summary>Two rows of a picture as one line of text, since a character is about twice as high as it is wide.</summary>
    /// <param name="picture">The grey values.</param>
    /// <param name="row">The upper row.</param>
    public static string Line(ReadOnlySpan<byte> picture, int row)
    {
        Span<char> line = stackalloc char[DigitImages.Side];
        for (int x = 0; x < line.Length; x++)
        {
            int upper = (row * DigitImages.Side) + x;
            float ink = (picture[upper] + picture[upper + DigitImages.Side]) / (2f * byte.MaxValue);
            line[x] = Shades[(int)MathF.Round(ink * (Shades.Length - 1))];
        }
        return new string(line);
    }
}

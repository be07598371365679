namespace Digits;

/// <summary>Pictures as text.</summary>
internal static class PictureText
{
    private const string Shades = " ░▒▓█";

    /// <summary>Two rows of a picture as one line of text, since a character is about twice as high as it is wide.</summary>
    /// <param name="picture">The grey values.</param>
    /// <param name="row">The upper row.</param>
    public static string Line(ReadOnlySpan<float> picture, int row)
    {
        Span<char> line = stackalloc char[DrawnDigits.Side];
        for (int x = 0; x < line.Length; x++)
        {
            int upper = (row * DrawnDigits.Side) + x;
            float ink = (picture[upper] + picture[upper + DrawnDigits.Side]) / 2;
            line[x] = Shades[(int)MathF.Round(ink * (Shades.Length - 1))];
        }
        return new string(line);
    }
}

using System.Globalization;

namespace Digits;

/// <summary>A grey picture in the PGM format of Netpbm: P2 (text) or P5 (bytes).</summary>
internal static class PgmFile
{
    /// <summary>Whether a file starts as a PGM picture does.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static bool IsPgm(string path) => InputFile.ReadAllBytes(path) is [(byte)'P', (byte)'2' or (byte)'5', ..];

    /// <summary>Reads a picture of 28 by 28 grey values, as 0 (paper) to 255 (ink).</summary>
    /// <param name="path">The file.</param>
    /// <returns>The grey values, row by row; a picture that is mostly light is turned over, since the network knows light ink on dark paper.</returns>
    /// <exception cref="InvalidDataException">The file is broken or of another size.</exception>
    public static byte[] Read(string path)
    {
        byte[] bytes = InputFile.ReadAllBytes(path);
        int position = 2;
        int width = ReadNumber(path, bytes, ref position);
        int height = ReadNumber(path, bytes, ref position);
        int white = ReadNumber(path, bytes, ref position);
        if (width != DigitImages.Side || height != DigitImages.Side)
            throw new InvalidDataException($"{path}: the picture is {width} x {height} pixels, not {DigitImages.Side} x {DigitImages.Side}.");
        if (white is < 1 or > 255)
            throw new InvalidDataException($"{path}: the largest grey value is {white}, not between 1 and 255.");
        position++;
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(((Math.Min(white, ReadPixel(path, bytes, ref position)) * byte.MaxValue) + (white / 2)) / white);
        if (pixels.Average(pixel => pixel) > byte.MaxValue / 2.0)
            pixels = Array.ConvertAll(pixels, pixel => (byte)(byte.MaxValue - pixel));
        return pixels;
    }

    private static int ReadPixel(string path, byte[] bytes, ref int position)
    {
        if (bytes[1] == '2')
            return ReadNumber(path, bytes, ref position);
        return position < bytes.Length ? bytes[position++] : throw EndsTooSoon(path);
    }

    private static int ReadNumber(string path, byte[] bytes, ref int position)
    {
        SkipSpace(bytes, ref position);
        int start = position;
        while (position < bytes.Length && bytes[position] is >= (byte)'0' and <= (byte)'9')
            position++;
        if (start == bytes.Length)
            throw EndsTooSoon(path);
        return int.TryParse(bytes.AsSpan(start..position), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new InvalidDataException($"{path}: byte {start} should start a number.");
    }

    private static void SkipSpace(byte[] bytes, ref int position)
    {
        bool isComment = false;
        for (; position < bytes.Length; position++)
        {
            byte next = bytes[position];
            isComment = next == '#' || (isComment && next != '\n');
            if (!isComment && next is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
                return;
        }
    }

    private static InvalidDataException EndsTooSoon(string path) => new($"{path}: the picture ends too soon.");
}

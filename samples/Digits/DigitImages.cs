using ModelDsl;

namespace Digits;

/// <summary>Pictures of digits with what they show.</summary>
/// <param name="Pixels">Grey values from 0 (paper) to 255 (ink), 784 to a picture, row by row.</param>
/// <param name="Labels">The digit that each picture shows.</param>
internal sealed record DigitImages(byte[] Pixels, int[] Labels)
{
    /// <summary>The height and width of a picture.</summary>
    public const int Side = 28;

    /// <summary>The number of pixels of a picture.</summary>
    public const int Size = Side * Side;

    /// <summary>The number of digits.</summary>
    public const int Digits = 10;

    /// <summary>The size of a picture.</summary>
    public static readonly ImageShape Shape = new(Side, Side, 1);

    /// <summary>The number of pictures.</summary>
    public int Count => Labels.Length;

    /// <summary>The grey values of one picture.</summary>
    /// <param name="index">Which picture, from 0.</param>
    public ReadOnlySpan<byte> Picture(int index) => Pixels.AsSpan(index * Size, Size);

    /// <summary>The pictures as a model takes them; they are not copied.</summary>
    public ImageDataset<float> ToDataset() => Dataset.CreateImages<float>(Pixels, Shape, Labels);

    /// <summary>The pictures in a range, copied.</summary>
    /// <param name="range">Which pictures.</param>
    public DigitImages Slice(Range range)
    {
        (int start, int count) = range.GetOffsetAndLength(Count);
        return new DigitImages(Pixels.AsSpan(start * Size, count * Size).ToArray(), Labels[range]);
    }
}

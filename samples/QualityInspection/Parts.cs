using ModelDsl;
using QualityInspection.Drawing;

namespace QualityInspection;

/// <summary>Pictures of parts with what is wrong with each.</summary>
/// <param name="Pixels">Red, green and blue of each pixel, row by row, one picture after the other.</param>
/// <param name="Labels">The condition of each part, as the network's class.</param>
internal sealed record Parts(byte[] Pixels, int[] Labels)
{
    /// <summary>The height and width of a picture.</summary>
    public const int Side = 64;

    /// <summary>The names of the conditions, in the order of the classes.</summary>
    public static readonly string[] Names = Enum.GetNames<Condition>();

    private const int Channels = 3;
    private const int Size = Side * Side * Channels;

    /// <summary>The number of parts.</summary>
    public int Count => Labels.Length;

    /// <summary>The pixels of one part.</summary>
    /// <param name="index">Which part, from 0.</param>
    public ReadOnlySpan<byte> Picture(int index) => Pixels.AsSpan(index * Size, Size);

    /// <summary>The pictures as a model takes them.</summary>
    public ImageDataset<float> ToDataset() => Dataset.CreateImages<float>(Pixels, new ImageShape(Side, Side, Channels), Labels);

    /// <summary>Draws parts: as many of each condition, on surfaces chosen at random.</summary>
    /// <param name="count">The number of parts.</param>
    /// <param name="seed">The same seed draws the same parts.</param>
    public static Parts Draw(int count, int seed)
    {
        Parts parts = new(new byte[count * Size], new int[count]);
        Parallel.For(0, count, index =>
        {
            Random random = new(unchecked((seed * 1_000_003) + index));
            parts.Labels[index] = index % Names.Length;
            Painter.Paint(parts.Pixels.AsSpan(index * Size, Size), (Condition)parts.Labels[index], random);
        });
        return parts;
    }
}

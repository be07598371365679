using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Adds noise to images.</summary>
internal static class ImageNoise
{
    private const int Values = byte.MaxValue + 1;
    private const double Unit = 1.0 / (1L << 32);

    /// <summary>
    /// Adds normally distributed numbers, two at a time from one random block (Box and Muller 1958, "A note on the generation of random normal
    /// deviates"), and clips what leaves the range of a byte.
    /// </summary>
    /// <param name="elements">An image's elements.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="deviation">The standard deviation, of values from 0 to 1.</param>
    /// <param name="key">The key of the numbers.</param>
    /// <param name="scaled">What each byte becomes: 256 values for each channel.</param>
    internal static void Add<T>(Span<T> elements, int channels, double deviation, RandomKey key, ReadOnlySpan<T> scaled)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < elements.Length; i += 2)
        {
            (uint low, uint high) = Threefry.Block(key, (uint)i, 1);
            double radius = deviation * Math.Sqrt(-2 * Math.Log((low + 0.5) * Unit));
            (double sin, double cos) = Math.SinCos(high * (2 * Math.PI * Unit));
            Add(ref elements[i], radius * cos, Table(scaled, i, channels));
            if (i + 1 < elements.Length)
            {
                Add(ref elements[i + 1], radius * sin, Table(scaled, i + 1, channels));
            }
        }
    }

    private static ReadOnlySpan<T> Table<T>(ReadOnlySpan<T> scaled, int element, int channels) => scaled.Slice(element % channels * Values, Values);

    private static void Add<T>(ref T element, double noise, ReadOnlySpan<T> table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T black = table[0];
        T white = table[^1];
        element = T.Clamp(element + (T.CreateTruncating(noise) * (white - black)), black, white);
    }
}

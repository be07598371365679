using System.Numerics;
using System.Runtime.CompilerServices;

namespace ModelDsl;

/// <summary>Moves the pixels of images.</summary>
internal static class ImageSampling
{
    private const int Values = byte.MaxValue + 1;

    /// <summary>
    /// Writes an image whose pixel (x, y) is what the old one has at the place that <paramref name="map"/> gives, interpolated bilinearly: exact
    /// where that place is a pixel.
    /// </summary>
    /// <param name="image">The bytes of the old image.</param>
    /// <param name="shape">Its size.</param>
    /// <param name="map">From the new image's places to the old one's.</param>
    /// <param name="fill">What stands outside the old image.</param>
    /// <param name="scaled">What each byte becomes: 256 values for each channel.</param>
    /// <param name="elements">The elements of the new image.</param>
    internal static void Sample<T>(ReadOnlySpan<byte> image, ImageShape shape, AffineMap map, ImageFill fill, ReadOnlySpan<T> scaled, Span<T> elements)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int next = 0;
        for (int y = 0; y < shape.Height; y++)
        {
            for (int x = 0; x < shape.Width; x++)
            {
                double sourceX = (map.Xx * x) + (map.Xy * y) + map.X0;
                double sourceY = (map.Yx * x) + (map.Yy * y) + map.Y0;
                double left = Math.Floor(sourceX);
                double top = Math.Floor(sourceY);
                Corners corners = new((int)left, (int)top, shape, fill);
                T right = T.CreateTruncating(sourceX - left);
                T bottom = T.CreateTruncating(sourceY - top);
                for (int channel = 0; channel < shape.Channels; channel++)
                {
                    ReadOnlySpan<T> table = scaled.Slice(channel * Values, Values);
                    T upper = Between(Value(image, corners.TopLeft, channel, table), Value(image, corners.TopRight, channel, table), right);
                    T lower = Between(Value(image, corners.BottomLeft, channel, table), Value(image, corners.BottomRight, channel, table), right);
                    elements[next++] = Between(upper, lower, bottom);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Value<T>(ReadOnlySpan<byte> image, int pixel, int channel, ReadOnlySpan<T> table)
        where T : unmanaged => table[pixel < 0 ? 0 : image[pixel + channel]];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Between<T>(T first, T second, T share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => first + (share * (second - first));

    /// <summary>Where the four pixels around a place begin in the image; −1 for black.</summary>
    private readonly ref struct Corners
    {
        internal readonly int TopLeft;
        internal readonly int TopRight;
        internal readonly int BottomLeft;
        internal readonly int BottomRight;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Corners(int left, int top, ImageShape shape, ImageFill fill)
        {
            int right = left + 1;
            int bottom = top + 1;
            if (left < 0 || top < 0 || right >= shape.Width || bottom >= shape.Height)
            {
                left = Inside(left, shape.Width, fill);
                right = Inside(right, shape.Width, fill);
                top = Inside(top, shape.Height, fill);
                bottom = Inside(bottom, shape.Height, fill);
            }

            TopLeft = Start(top, left, shape);
            TopRight = Start(top, right, shape);
            BottomLeft = Start(bottom, left, shape);
            BottomRight = Start(bottom, right, shape);
        }

        private static int Start(int row, int column, ImageShape shape) => (row | column) < 0 ? -1 : ((row * shape.Width) + column) * shape.Channels;

        /// <summary>The row or column that stands for one that may lie outside; −1 for black.</summary>
        private static int Inside(int place, int size, ImageFill fill)
        {
            if ((uint)place < (uint)size)
            {
                return place;
            }

            switch (fill)
            {
                case ImageFill.Edge:
                    return place < 0 ? 0 : size - 1;
                case ImageFill.Reflect:
                    int inPeriod = ((place % (2 * size)) + (2 * size)) % (2 * size);
                    return inPeriod < size ? inPeriod : (2 * size) - 1 - inPeriod;
                default:
                    return -1;
            }
        }
    }
}

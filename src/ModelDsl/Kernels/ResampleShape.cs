using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The sizes of an enlargement: those of the small image, and by which factors the large one is larger.</summary>
internal readonly record struct ResampleShape(int Height, int Width, int Channels, int FactorHeight, int FactorWidth)
{
    internal int LargeHeight => Height * FactorHeight;

    internal int LargeWidth => Width * FactorWidth;

    /// <summary>The distance of rows of the small image, in elements.</summary>
    internal nint SmallStride => (nint)Width * Channels;

    /// <summary>The distance of rows of the large image, in elements.</summary>
    internal nint LargeStride => (nint)LargeWidth * Channels;

    internal BilinearAxis Vertical => new(Height, FactorHeight);

    internal BilinearAxis Horizontal => new(Width, FactorWidth);
}

/// <summary>
/// Linear interpolation along one axis with the centres of pixels aligned, as PyTorch's align_corners=False: place d of the large image is place
/// (d + ½) / factor − ½ of the small one, clamped to its pixels.
/// </summary>
internal readonly record struct BilinearAxis(int Size, int Factor)
{
    private readonly double unit = 0.5 / Factor;

    /// <summary>The two pixels that a place of the large image lies between, and the weight of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal BilinearPoint At(int place)
    {
        (int pixel, int phase) = Math.DivRem(place, Factor);
        return At(pixel, phase);
    }

    /// <summary>The same for the place of number <paramref name="phase"/> of those that belong to a pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal BilinearPoint At(int pixel, int phase)
    {
        // In units of half a pixel of the large image, from the centre of the small image's.
        int offset = (2 * phase) + 1 - Factor;
        int first = offset < 0 ? pixel - 1 : pixel;
        double weight = (offset < 0 ? offset + (2 * Factor) : offset) * unit;
        return first < 0 ? new BilinearPoint(0, 0, 0) : new BilinearPoint(first, Math.Min(first + 1, Size - 1), weight);
    }

    /// <summary>The places of the large image that a pixel has weight in.</summary>
    internal PixelSpan Places(int pixel) =>
        new(Math.Max(0, ((pixel - 1) * Factor) + (Factor / 2)), Math.Min(Size * Factor, ((pixel + 1) * Factor) + (Factor / 2)));
}

/// <summary>A place between two pixels.</summary>
internal readonly record struct BilinearPoint(int First, int Second, double Weight)
{
    /// <summary>The weight of a pixel, which is 0 for all but two (or one, at the edges).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double WeightOf(int pixel) => (pixel == First ? 1 - Weight : 0) + (pixel == Second ? Weight : 0);
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The minimal filtering algorithm F(2×2, 3×3) (Lavin and Gray 2016, "Fast Algorithms for Convolutional Neural Networks", §4.1): a tile of 2 × 2 results,
/// Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A, takes 16 multiplications of transformed patches d and weights g instead of 36. Summed over channels, the products of all
/// tiles at one of the 16 points are one product of matrices.
/// </summary>
internal static class Winograd
{
    /// <summary>The results of a tile along an axis.</summary>
    internal const int Results = 2;

    /// <summary>The pixels of a tile's patch along an axis.</summary>
    internal const int Patch = 4;

    /// <summary>The points at which transformed patches and weights are multiplied.</summary>
    internal const int Points = Patch * Patch;

    /// <summary>The patches and results of a part at the points, in elements: they stay in the second level of the cache.</summary>
    private const int PartElements = 1 << 16;

    private const int Line = 64;

    /// <summary>The fewest channels and filters with which the products outweigh the transforms.</summary>
    private const int MinChannels = 16;

    /// <summary>Whether a convolution and its gradients are computed in tiles.</summary>
    internal static bool Fits(in ConvolutionShape shape) =>
        shape is { KernelHeight: 3, KernelWidth: 3, StrideHeight: 1, StrideWidth: 1, DilationHeight: 1, DilationWidth: 1, Groups: 1 }
        && Math.Min(shape.InputChannels, shape.Filters) >= MinChannels
        && Math.Min(shape.OutputHeight, shape.OutputWidth) > Results;

    /// <summary>The tiles that are computed at once.</summary>
    internal static nint TilesOfPart(in ConvolutionGeometry geometry) => PartElements / (Points * (geometry.SourceChannels + geometry.OutputChannels));

    /// <summary>From one point to the next, for so many elements: an odd number of lines of the cache, so that a tile's points do not drive each other out.</summary>
    internal static nint Step<T>(nint elements)
        where T : unmanaged => (Partition.Count(elements * Unsafe.SizeOf<T>(), Line) | 1) * Line / Unsafe.SizeOf<T>();
}

/// <summary>The transforms and products of a block of tiles.</summary>
internal static unsafe class Winograd<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The weights of a panel at the 16 points: G g Gᵀ.</summary>
    /// <param name="source">The first tap's weights.</param>
    /// <param name="tap">From one tap to the next.</param>
    /// <param name="row">From the weights of one channel to those of the next.</param>
    /// <param name="points">The weights at the points, each <paramref name="channels"/> × <paramref name="width"/>.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="width">One or two vectors of filters.</param>
    [MethodImpl(Simd.Loop)]
    internal static void Weights(T* source, nint tap, nint row, T* points, nint channels, nint width)
    {
        V half = V.Constant(0.5);
        nint step = channels * width;
        for (nint channel = 0; channel < channels; channel++, source += row, points += width)
        {
            for (nint filter = 0; filter < width; filter += V.Count)
            {
                Address<T> g = new(source + filter), u = new(points + filter);
                Three(V.Load(g), V.Load(g + (3 * tap)), V.Load(g + (6 * tap)), half, out V a0, out V a1, out V a2, out V a3);
                Three(V.Load(g + tap), V.Load(g + (4 * tap)), V.Load(g + (7 * tap)), half, out V b0, out V b1, out V b2, out V b3);
                Three(V.Load(g + (2 * tap)), V.Load(g + (5 * tap)), V.Load(g + (8 * tap)), half, out V c0, out V c1, out V c2, out V c3);
                Row(a0, b0, c0, half, u, step);
                Row(a1, b1, c1, half, u + (4 * step), step);
                Row(a2, b2, c2, half, u + (8 * step), step);
                Row(a3, b3, c3, half, u + (12 * step), step);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Row(V a, V b, V c, V half, Address<T> points, nint step)
        {
            Three(a, b, c, half, out V first, out V second, out V third, out V fourth);
            V.Store(first, points);
            V.Store(second, points + step);
            V.Store(third, points + (2 * step));
            V.Store(fourth, points + (3 * step));
        }
    }

    /// <summary>The gradient of weights from that of their 16 points: Gᵀ u G.</summary>
    /// <param name="points">The gradients at the points, each <paramref name="channels"/> × <paramref name="width"/>.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="width">A multiple of a vector, at least <paramref name="filters"/>.</param>
    /// <param name="destination">The gradient of the first tap's weights.</param>
    /// <param name="tap">From one tap to the next.</param>
    /// <param name="row">From the weights of one channel to those of the next.</param>
    /// <param name="filters">The filters.</param>
    [MethodImpl(Simd.Loop)]
    internal static void WeightGradient(T* points, nint channels, nint width, T* destination, nint tap, nint row, nint filters)
    {
        V half = V.Constant(0.5);
        nint step = channels * width;
        for (nint channel = 0; channel < channels; channel++, points += width, destination += row)
        {
            for (nint filter = 0; filter < filters; filter += V.Count)
            {
                Address<T> u = new(points + filter), g = new(destination + filter);
                Back(V.Load(u), V.Load(u + (4 * step)), V.Load(u + (8 * step)), V.Load(u + (12 * step)), half, out V a0, out V a1, out V a2);
                Back(V.Load(u + step), V.Load(u + (5 * step)), V.Load(u + (9 * step)), V.Load(u + (13 * step)), half, out V b0, out V b1, out V b2);
                Back(V.Load(u + (2 * step)), V.Load(u + (6 * step)), V.Load(u + (10 * step)), V.Load(u + (14 * step)), half, out V c0, out V c1, out V c2);
                Back(V.Load(u + (3 * step)), V.Load(u + (7 * step)), V.Load(u + (11 * step)), V.Load(u + (15 * step)), half, out V d0, out V d1, out V d2);
                int count = (int)Math.Min(V.Count, filters - filter);
                Row(a0, b0, c0, d0, half, g, tap, count);
                Row(a1, b1, c1, d1, half, g + (3 * tap), tap, count);
                Row(a2, b2, c2, d2, half, g + (6 * tap), tap, count);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Row(V a, V b, V c, V d, V half, Address<T> taps, nint step, int count)
        {
            Back(a, b, c, d, half, out V first, out V second, out V third);
            V.Store(first, taps, count);
            V.Store(second, taps + step, count);
            V.Store(third, taps + (2 * step), count);
        }
    }

    /// <summary>The gradient of a tile's results at the 16 points: A y Aᵀ. Results beyond <paramref name="rows"/> and <paramref name="columns"/> are zero.</summary>
    /// <param name="gradient">The gradient of the tile's first result.</param>
    /// <param name="pitch">From one row of results to the next.</param>
    /// <param name="pixel">From one result to the next.</param>
    /// <param name="rows">The rows that there are from the tile on.</param>
    /// <param name="columns">The columns that there are.</param>
    /// <param name="points">The tile's place at the first point, a whole number of vectors.</param>
    /// <param name="step">From one point to the next.</param>
    /// <param name="filters">The filters; the rest of their last vector becomes zero.</param>
    [MethodImpl(Simd.Loop)]
    internal static void ResultGradient(T* gradient, nint pitch, nint pixel, nint rows, nint columns, T* points, nint step, nint filters)
    {
        for (nint filter = 0; filter < filters; filter += V.Count, gradient += V.Count, points += V.Count)
        {
            int count = (int)Math.Min(V.Count, filters - filter);
            V a = V.Load(new Address<T>(gradient), count), b = columns > 1 ? V.Load(new Address<T>(gradient + pixel), count) : V.Zero;
            V c = rows > 1 ? V.Load(new Address<T>(gradient + pitch), count) : V.Zero;
            V d = rows > 1 && columns > 1 ? V.Load(new Address<T>(gradient + pitch + pixel), count) : V.Zero;
            Row(a, b, points, step);
            Row(a + c, b + d, points + (4 * step), step);
            Row(a - c, b - d, points + (8 * step), step);
            Row(-c, -d, points + (12 * step), step);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Row(V a, V b, T* points, nint step)
        {
            V.Store(a, new Address<T>(points));
            V.Store(a + b, new Address<T>(points + step));
            V.Store(a - b, new Address<T>(points + (2 * step)));
            V.Store(-b, new Address<T>(points + (3 * step)));
        }
    }

    /// <summary>A patch at the 16 points: Bᵀ d B. What lies outside <paramref name="inside"/> is zero.</summary>
    /// <param name="source">The patch's first pixel.</param>
    /// <param name="pitch">From one row of the source to the next.</param>
    /// <param name="inside">The pixels of the patch that the source has.</param>
    /// <param name="points">The patch's place at the first point.</param>
    /// <param name="step">From one point to the next.</param>
    /// <param name="channels">The channels of a pixel.</param>
    internal static void Patch(T* source, nint pitch, in WinogradInside inside, T* points, nint step, int channels)
    {
        if (inside.Whole)
        {
            Patch<Whole>(source, pitch, in inside, points, step, channels);
        }
        else
        {
            Patch<Border>(source, pitch, in inside, points, step, channels);
        }
    }

    /// <summary>The results of a tile from their 16 points: Aᵀ m A. Results beyond <paramref name="rows"/> and <paramref name="columns"/> are left out.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Result(T* points, nint step, T* output, nint pitch, nint pixel, nint rows, nint columns, int filters)
    {
        int filter = 0;
        for (; filter <= filters - V.Count; filter += V.Count)
        {
            Part(points + filter, step, output + filter, pitch, pixel, rows, columns, V.Count);
        }

        if (filter < filters)
        {
            Part(points + filter, step, output + filter, pitch, pixel, rows, columns, filters - filter);
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void Patch<TBorder>(T* source, nint pitch, in WinogradInside inside, T* points, nint step, int channels)
        where TBorder : struct, IBorder
    {
        WinogradInside own = inside;
        int channel = 0;
        for (; channel <= channels - V.Count; channel += V.Count)
        {
            Patch<TBorder>(source + channel, pitch, channels, in own, points + channel, step, V.Count);
        }

        if (channel < channels)
        {
            Patch<TBorder>(source + channel, pitch, channels, in own, points + channel, step, channels - channel);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Patch<TBorder>(T* source, nint pitch, nint pixel, in WinogradInside inside, T* points, nint step, int count)
        where TBorder : struct, IBorder
    {
        Column<TBorder>(source, pitch, in inside, 0, count, out V a0, out V a1, out V a2, out V a3);
        Column<TBorder>(source + pixel, pitch, in inside, 1, count, out V b0, out V b1, out V b2, out V b3);
        Column<TBorder>(source + (2 * pixel), pitch, in inside, 2, count, out V c0, out V c1, out V c2, out V c3);
        Column<TBorder>(source + (3 * pixel), pitch, in inside, 3, count, out V d0, out V d1, out V d2, out V d3);
        Row(a0, b0, c0, d0, points, step, count);
        Row(a1, b1, c1, d1, points + (4 * step), step, count);
        Row(a2, b2, c2, d2, points + (8 * step), step, count);
        Row(a3, b3, c3, d3, points + (12 * step), step, count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Row(V a, V b, V c, V d, T* points, nint step, int count)
        {
            Four(a, b, c, d, out V first, out V second, out V third, out V fourth);
            V.Store(first, new Address<T>(points), count);
            V.Store(second, new Address<T>(points + step), count);
            V.Store(third, new Address<T>(points + (2 * step)), count);
            V.Store(fourth, new Address<T>(points + (3 * step)), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<TBorder>(T* source, nint pitch, in WinogradInside inside, int column, int count, out V first, out V second, out V third, out V fourth)
        where TBorder : struct, IBorder =>
        Four(
            Pixel<TBorder>(source, in inside, 0, column, count),
            Pixel<TBorder>(source + pitch, in inside, 1, column, count),
            Pixel<TBorder>(source + (2 * pitch), in inside, 2, column, count),
            Pixel<TBorder>(source + (3 * pitch), in inside, 3, column, count),
            out first,
            out second,
            out third,
            out fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pixel<TBorder>(T* pixel, in WinogradInside inside, int row, int column, int count)
        where TBorder : struct, IBorder =>
        !TBorder.Checks || inside.Has(row, column) ? V.Load(new Address<T>(pixel), count) : V.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Part(T* points, nint step, T* output, nint pitch, nint pixel, nint rows, nint columns, int count)
    {
        Address<T> m = new(points);
        Two(V.Load(m, count), V.Load(m + (4 * step), count), V.Load(m + (8 * step), count), V.Load(m + (12 * step), count), out V a0, out V a1);
        Two(V.Load(m + step, count), V.Load(m + (5 * step), count), V.Load(m + (9 * step), count), V.Load(m + (13 * step), count), out V b0, out V b1);
        Two(V.Load(m + (2 * step), count), V.Load(m + (6 * step), count), V.Load(m + (10 * step), count), V.Load(m + (14 * step), count), out V c0, out V c1);
        Two(V.Load(m + (3 * step), count), V.Load(m + (7 * step), count), V.Load(m + (11 * step), count), V.Load(m + (15 * step), count), out V d0, out V d1);
        Row(a0, b0, c0, d0, output, pixel, columns, count);
        if (rows > 1)
        {
            Row(a1, b1, c1, d1, output + pitch, pixel, columns, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Row(V a, V b, V c, V d, T* output, nint pixel, nint columns, int count)
        {
            Two(a, b, c, d, out V first, out V second);
            V.Store(first, new Address<T>(output), count);
            if (columns > 1)
            {
                V.Store(second, new Address<T>(output + pixel), count);
            }
        }
    }

    /// <summary>Bᵀ of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(V a, V b, V c, V d, out V first, out V second, out V third, out V fourth)
    {
        first = a - c;
        second = b + c;
        third = c - b;
        fourth = b - d;
    }

    /// <summary>G of three numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Three(V a, V b, V c, V half, out V first, out V second, out V third, out V fourth)
    {
        V outer = (a + c) * half, middle = b * half;
        first = a;
        second = outer + middle;
        third = outer - middle;
        fourth = c;
    }

    /// <summary>Gᵀ of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Back(V a, V b, V c, V d, V half, out V first, out V second, out V third)
    {
        V sum = (b + c) * half;
        first = a + sum;
        second = (b - c) * half;
        third = sum + d;
    }

    /// <summary>Aᵀ of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(V a, V b, V c, V d, out V first, out V second)
    {
        first = a + b + c;
        second = b - c - d;
    }

    /// <summary>Whether pixels are asked for that the source may not have, as a type.</summary>
    private interface IBorder
    {
        static abstract bool Checks { get; }
    }

    private readonly struct Whole : IBorder
    {
        public static bool Checks => false;
    }

    private readonly struct Border : IBorder
    {
        public static bool Checks => true;
    }
}

/// <summary>The rows and columns of a patch that lie inside the source; the ends are exclusive.</summary>
internal readonly record struct WinogradInside(int Row, int RowEnd, int Column, int ColumnEnd)
{
    /// <summary>Whether all do.</summary>
    internal bool Whole => Row <= 0 && RowEnd >= Winograd.Patch && Column <= 0 && ColumnEnd >= Winograd.Patch;

    /// <summary>Whether a pixel does.</summary>
    internal bool Has(int row, int column) => row >= Row && row < RowEnd && column >= Column && column < ColumnEnd;
}

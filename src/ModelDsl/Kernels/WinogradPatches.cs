using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The patches of tiles at their points.</summary>
internal static unsafe class WinogradPatches<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The patches of a row of tiles at the 16 points: Bᵀ d B. What lies outside <paramref name="inside"/> is zero.</summary>
    /// <param name="source">The first patch's first pixel.</param>
    /// <param name="pitch">From one row of the source to the next.</param>
    /// <param name="inside">The pixels that the source has, from the first patch's first pixel on.</param>
    /// <param name="points">The first patch's place at the first point.</param>
    /// <param name="step">From one point to the next.</param>
    /// <param name="tiles">The tiles of the row.</param>
    /// <param name="channels">The channels of a pixel.</param>
    internal static void Row(T* source, nint pitch, in WinogradInside inside, T* points, nint step, nint tiles, int channels)
    {
        if (inside.HasAllRows)
        {
            Row<Whole>(source, pitch, in inside, points, step, tiles, channels);
        }
        else
        {
            Row<Border>(source, pitch, in inside, points, step, tiles, channels);
        }
    }

    private static void Row<TBorder>(T* source, nint pitch, in WinogradInside inside, T* points, nint step, nint tiles, int channels)
        where TBorder : struct, IBorder
    {
        int channel = 0;
        for (; channel <= channels - V.Count; channel += V.Count)
        {
            Channels<TBorder, Size0>(source + channel, pitch, channels, in inside, points + channel, step, tiles, V.Count);
        }

        if (channel < channels)
        {
            Channels<TBorder, Size1>(source + channel, pitch, channels, in inside, points + channel, step, tiles, channels - channel);
        }
    }

    /// <summary>
    /// Some channels of a row of tiles. The first two columns of a patch are the last two of the one before; what the tiles below add to them is fetched ahead. A method of
    /// its own for whole vectors: the JIT would not inline all of both.
    /// </summary>
    /// <typeparam name="TBorder">Whether rows are asked for that the source may not have.</typeparam>
    /// <typeparam name="TPart">1 for less than a vector.</typeparam>
    [MethodImpl(Simd.Loop)]
    private static void Channels<TBorder, TPart>(T* source, nint pitch, nint pixel, in WinogradInside border, T* points, nint step, nint tiles, int channels)
        where TBorder : struct, IBorder
        where TPart : struct, ISize
    {
        WinogradInside inside = border;
        int count = TPart.Value > 0 ? channels : V.Count;
        Column<TBorder>(source, pitch, in inside, 0, count, out V a0, out V a1, out V a2, out V a3);
        Column<TBorder>(source + pixel, pitch, in inside, 1, count, out V b0, out V b1, out V b2, out V b3);
        for (nint column = Winograd.Results; tiles > 0; tiles--, column += Winograd.Results, points += pixel)
        {
            source += Winograd.Results * pixel;
            Column<TBorder>(source, pitch, in inside, column, count, out V c0, out V c1, out V c2, out V c3);
            Column<TBorder>(source + pixel, pitch, in inside, column + 1, count, out V d0, out V d1, out V d2, out V d3);
            CacheAhead.Tile(source + (Winograd.Patch * pitch), pitch, pixel);
            Points(a0, b0, c0, d0, points, step, count);
            Points(a1, b1, c1, d1, points + (4 * step), step, count);
            Points(a2, b2, c2, d2, points + (8 * step), step, count);
            Points(a3, b3, c3, d3, points + (12 * step), step, count);
            (a0, a1, a2, a3) = (c0, c1, c2, c3);
            (b0, b1, b2, b3) = (d0, d1, d2, d3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Points(V a, V b, V c, V d, T* points, nint step, int count)
        {
            Four(a, b, c, d, out V first, out V second, out V third, out V fourth);
            V.Store(first, new Address<T>(points), count);
            V.Store(second, new Address<T>(points + step), count);
            V.Store(third, new Address<T>(points + (2 * step)), count);
            V.Store(fourth, new Address<T>(points + (3 * step)), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<TBorder>(T* source, nint pitch, in WinogradInside inside, nint column, int count, out V first, out V second, out V third, out V fourth)
        where TBorder : struct, IBorder
    {
        if (!inside.HasColumn(column))
        {
            first = second = third = fourth = V.Zero;
            return;
        }

        V a = Pixel<TBorder>(source, in inside, 0, count), b = Pixel<TBorder>(source + pitch, in inside, 1, count);
        V c = Pixel<TBorder>(source + (2 * pitch), in inside, 2, count), d = Pixel<TBorder>(source + (3 * pitch), in inside, 3, count);
        Four(a, b, c, d, out first, out second, out third, out fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pixel<TBorder>(T* pixel, in WinogradInside inside, int row, int count)
        where TBorder : struct, IBorder => !TBorder.Checks || inside.HasRow(row) ? V.Load(new Address<T>(pixel), count) : V.Zero;

    /// <summary>Bᵀ of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(V a, V b, V c, V d, out V first, out V second, out V third, out V fourth)
    {
        first = a - c;
        second = b + c;
        third = c - b;
        fourth = b - d;
    }

    /// <summary>Whether rows are asked for that the source may not have, as a type.</summary>
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

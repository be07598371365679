using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The patches of tiles at their points.</summary>
internal static unsafe class WinogradPatches<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
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

    /// <summary>Bᵀ of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(V a, V b, V c, V d, out V first, out V second, out V third, out V fourth)
    {
        first = a - c;
        second = b + c;
        third = c - b;
        fourth = b - d;
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

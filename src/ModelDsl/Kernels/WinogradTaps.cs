using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The weights of taps at the points of a tile, and back.</summary>
internal static unsafe class WinogradTaps<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The weights of a panel at the 16 points: G g Gᵀ.</summary>
    /// <param name="source">The first tap's weights.</param>
    /// <param name="tap">From one tap to the next.</param>
    /// <param name="row">From the weights of one channel to those of the next.</param>
    /// <param name="points">The weights at the points, each <paramref name="channels"/> × <paramref name="width"/>.</param>
    /// <param name="step">From the weights at one point to those at the next.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="width">One or two vectors of filters.</param>
    [MethodImpl(Simd.Loop)]
    internal static void Weights(T* source, nint tap, nint row, T* points, nint step, nint channels, nint width)
    {
        V half = V.Constant(0.5);
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
    /// <param name="step">From the gradients at one point to those at the next.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="width">A multiple of a vector, at least <paramref name="filters"/>.</param>
    /// <param name="destination">The gradient of the first tap's weights.</param>
    /// <param name="tap">From one tap to the next.</param>
    /// <param name="row">From the weights of one channel to those of the next.</param>
    /// <param name="filters">The filters.</param>
    [MethodImpl(Simd.Loop)]
    internal static void WeightGradient(T* points, nint step, nint channels, nint width, T* destination, nint tap, nint row, nint filters)
    {
        V half = V.Constant(0.5);
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
}

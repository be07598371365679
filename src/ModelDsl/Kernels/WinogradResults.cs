using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The results of tiles from their points, and their gradients there.</summary>
internal static unsafe class WinogradResults<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The results of a row of tiles from their 16 points: Aᵀ m A. Results beyond <paramref name="rows"/> and <paramref name="columns"/> are left out.</summary>
    /// <param name="points">The first tile's place at the first point.</param>
    /// <param name="step">From one point to the next.</param>
    /// <param name="output">The first tile's first result.</param>
    /// <param name="pitch">From one row of results to the next.</param>
    /// <param name="pixel">From one result to the next.</param>
    /// <param name="rows">The rows that there are from the tiles on.</param>
    /// <param name="columns">The columns that there are.</param>
    /// <param name="filters">The filters.</param>
    [MethodImpl(Simd.Loop)]
    internal static void Row(T* points, nint step, T* output, nint pitch, nint pixel, nint rows, nint columns, int filters)
    {
        for (; columns > 0; columns -= Winograd.Results, points += filters, output += Winograd.Results * pixel)
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
    }

    /// <summary>The gradients of a row of tiles' results at the 16 points: A y Aᵀ. Results beyond <paramref name="rows"/> and <paramref name="columns"/> are zero.</summary>
    /// <param name="gradient">The gradient of the first tile's first result.</param>
    /// <param name="pitch">From one row of results to the next.</param>
    /// <param name="pixel">From one result to the next.</param>
    /// <param name="rows">The rows that there are from the tiles on.</param>
    /// <param name="columns">The columns that there are.</param>
    /// <param name="points">The first tile's place at the first point, for each tile a whole number of vectors.</param>
    /// <param name="step">From one point to the next.</param>
    /// <param name="filters">The filters; the rest of their last vector becomes zero.</param>
    [MethodImpl(Simd.Loop)]
    internal static void GradientRow(T* gradient, nint pitch, nint pixel, nint rows, nint columns, T* points, nint step, nint filters)
    {
        for (; columns > 0; columns -= Winograd.Results, gradient += Winograd.Results * pixel)
        {
            for (nint filter = 0; filter < filters; filter += V.Count, points += V.Count)
            {
                T* first = gradient + filter;
                int count = (int)Math.Min(V.Count, filters - filter);
                CacheAhead.Tile(first + (Winograd.Results * pitch), pitch, pixel);
                V a = V.Load(new Address<T>(first), count), b = columns > 1 ? V.Load(new Address<T>(first + pixel), count) : V.Zero;
                V c = rows > 1 ? V.Load(new Address<T>(first + pitch), count) : V.Zero;
                V d = rows > 1 && columns > 1 ? V.Load(new Address<T>(first + pitch + pixel), count) : V.Zero;
                Points(a, b, points, step);
                Points(a + c, b + d, points + (4 * step), step);
                Points(a - c, b - d, points + (8 * step), step);
                Points(-c, -d, points + (12 * step), step);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Points(V a, V b, T* points, nint step)
        {
            V.Store(a, new Address<T>(points));
            V.Store(a + b, new Address<T>(points + step));
            V.Store(a - b, new Address<T>(points + (2 * step)));
            V.Store(-b, new Address<T>(points + (3 * step)));
        }
    }

    /// <summary>Some filters of a tile. Where the tile below writes is fetched ahead.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Part(T* points, nint step, T* output, nint pitch, nint pixel, nint rows, nint columns, int count)
    {
        Address<T> m = new(points);
        CacheAhead.Tile(output + (Winograd.Results * pitch), pitch, pixel);
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

    /// <summary>Aᵀ of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(V a, V b, V c, V d, out V first, out V second)
    {
        first = a + b + c;
        second = b - c - d;
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The recurrent product of a single example, h·W: the weights are read once and in place, in strips of columns. Each sum runs over the units in
/// order, as it does in a register tile, so an example has the same bits alone and among others.
/// </summary>
internal static unsafe class RecurrenceRow<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The vectors of a strip: as many sums as the latency of a multiply-add asks for.</summary>
    private const int StripVectors = 8;

    /// <summary>c = h·W; c is written in whole vectors.</summary>
    /// <param name="hidden">One value for each of <paramref name="units"/> units.</param>
    /// <param name="weight">The weights, <paramref name="units"/> × <paramref name="columns"/>.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="c">The sums.</param>
    internal static void Multiply(T* hidden, T* weight, nint units, nint columns, T* c)
    {
        nint column = 0;
        for (; column <= columns - (StripVectors * V.Count); column += StripVectors * V.Count)
        {
            Strip(hidden, weight + column, units, columns, c + column);
        }

        for (; column < columns; column += V.Count)
        {
            One(hidden, weight + column, units, columns, c + column, (int)Math.Min(V.Count, columns - column));
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void Strip(T* hidden, T* weight, nint units, nint stride, T* c)
    {
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero, c4 = V.Zero, c5 = V.Zero, c6 = V.Zero, c7 = V.Zero;
        for (nint unit = 0; unit < units; unit++, weight += stride)
        {
            V h = V.Splat(hidden[unit]);
            Address<T> row = new(weight);
            c0 = V.FusedMultiplyAdd(h, V.Load(row), c0);
            c1 = V.FusedMultiplyAdd(h, V.Load(row + V.Count), c1);
            c2 = V.FusedMultiplyAdd(h, V.Load(row + (2 * V.Count)), c2);
            c3 = V.FusedMultiplyAdd(h, V.Load(row + (3 * V.Count)), c3);
            c4 = V.FusedMultiplyAdd(h, V.Load(row + (4 * V.Count)), c4);
            c5 = V.FusedMultiplyAdd(h, V.Load(row + (5 * V.Count)), c5);
            c6 = V.FusedMultiplyAdd(h, V.Load(row + (6 * V.Count)), c6);
            c7 = V.FusedMultiplyAdd(h, V.Load(row + (7 * V.Count)), c7);
        }

        Address<T> sums = new(c);
        V.Store(c0, sums);
        V.Store(c1, sums + V.Count);
        V.Store(c2, sums + (2 * V.Count));
        V.Store(c3, sums + (3 * V.Count));
        V.Store(c4, sums + (4 * V.Count));
        V.Store(c5, sums + (5 * V.Count));
        V.Store(c6, sums + (6 * V.Count));
        V.Store(c7, sums + (7 * V.Count));
    }

    [MethodImpl(Simd.Loop)]
    private static void One(T* hidden, T* weight, nint units, nint stride, T* c, int count)
    {
        V sum = V.Zero;
        for (nint unit = 0; unit < units; unit++, weight += stride)
        {
            sum = V.FusedMultiplyAdd(V.Splat(hidden[unit]), V.Load(new Address<T>(weight), count), sum);
        }

        V.Store(sum, new Address<T>(c));
    }
}

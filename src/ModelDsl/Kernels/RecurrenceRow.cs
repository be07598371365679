using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The recurrent product of a single example, h·W, in strips of columns. Each sum runs over the units in order, as it does in a register tile, so an
/// example has the same bits alone and among others. For many steps strips are copied, so that each is one run of memory instead of rows that may be
/// a power of two apart.
/// </summary>
internal readonly unsafe struct RecurrenceRow<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The vectors of a strip: as many sums as the latency of a multiply-add asks for.</summary>
    private const int StripVectors = 8;

    /// <summary>From this many steps on, strips pay for their copy.</summary>
    private const int StepsWorthPacking = 8;

    private readonly T* weight;
    private readonly T* strips;
    private readonly nint units;
    private readonly nint columns;

    private RecurrenceRow(T* weight, T* strips, nint units, nint columns)
    {
        this.weight = weight;
        this.strips = strips;
        this.units = units;
        this.columns = columns;
    }

    private static nint Width => StripVectors * V.Count;

    /// <summary>Weights, <paramref name="units"/> × <paramref name="columns"/>, for so many steps.</summary>
    internal static RecurrenceRow<T, V> Of(T* weight, nint units, nint columns, nint steps)
    {
        if (steps < StepsWorthPacking)
        {
            return new RecurrenceRow<T, V>(weight, null, units, columns);
        }

        T* strips = Scratch.Rent<T>(Scratch.RecurrenceWeights, units * columns), copy = strips;
        for (nint column = 0; column <= columns - Width; column += Width)
        {
            for (nint unit = 0; unit < units; unit++, copy += Width)
            {
                new ReadOnlySpan<T>(weight + (unit * columns) + column, (int)Width).CopyTo(new Span<T>(copy, (int)Width));
            }
        }

        return new RecurrenceRow<T, V>(weight, strips, units, columns);
    }

    /// <summary>c = h·W; c is written in whole vectors.</summary>
    /// <param name="hidden">One value for each unit.</param>
    /// <param name="c">The sums.</param>
    internal void Multiply(T* hidden, T* c)
    {
        nint column = 0;
        for (; column <= columns - Width; column += Width)
        {
            if (strips is null)
            {
                Strip(hidden, weight + column, units, columns, c + column);
            }
            else
            {
                Strip(hidden, strips + (column * units), units, Width, c + column);
            }
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

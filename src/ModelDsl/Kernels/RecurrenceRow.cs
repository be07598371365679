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
                RowStrip<T, V>.Multiply<Size8>(hidden, 1, weight + column, columns, units, c + column, accumulate: false);
            }
            else
            {
                RowStrip<T, V>.Multiply<Size8>(hidden, 1, strips + (column * units), Width, units, c + column, accumulate: false);
            }
        }

        for (; column < columns; column += V.Count)
        {
            One(hidden, weight + column, units, columns, c + column, (int)Math.Min(V.Count, columns - column));
        }
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

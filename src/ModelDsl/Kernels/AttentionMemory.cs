using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The working memory of an attention: what is copied of its operands, and a block's scores.</summary>
internal static unsafe class AttentionMemory<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private const int Line = 64;

    /// <summary>Rows that are a multiple of this many bytes apart share places of the cache and drive each other out.</summary>
    private const int CrowdedDistance = 2048;

    private static nint Width => 2 * V.Count;

    /// <summary>
    /// Rows that tiles can read in whole vectors, as either operand: where they lie, or copied to the slot <paramref name="slot"/> where their last vector reaches beyond
    /// them or their lines share places of the cache.
    /// </summary>
    /// <param name="slot">The slot of <see cref="Scratch"/>.</param>
    /// <param name="source">The first row.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="rows">How many rows are read.</param>
    /// <param name="capacity">How many the slot should hold, whatever this example's length.</param>
    /// <param name="size">The numbers in a row.</param>
    internal static Matrix<T> Rows(int slot, T* source, nint stride, nint rows, nint capacity, nint size)
    {
        if (size % V.Count == 0 && stride * sizeof(T) % CrowdedDistance != 0)
        {
            return new Matrix<T>(new Address<T>(source), stride, transposed: false);
        }

        nint step = Stride(Partition.Count(size, Width) * Width);
        T* copy = Scratch.Rent<T>(slot, capacity * step);
        Copy(source, stride, copy, step, rows, size);
        return new Matrix<T>(new Address<T>(copy), step, transposed: false);
    }

    /// <summary>The transpose of a block's rows in the slot <paramref name="slot"/>: panels of two vectors of them, zeros after the last.</summary>
    internal static T* Panels(int slot, T* source, nint stride, nint rows, nint capacity, nint size)
    {
        T* panels = Scratch.Rent<T>(slot, Partition.Count(capacity, Width) * Width * size);
        for (nint row = 0; row < rows; row += Width)
        {
            Matrix<T> panel = new(new Address<T>(source + (row * stride)), stride, transposed: true);
            RightPanel<T, V>.Pack(panel, panels + (row * size), Width, size, nint.Min(Width, rows - row));
        }

        return panels;
    }

    /// <summary>The scores of blocks of at most <paramref name="rows"/> rows, with a row for each key, in the slot <paramref name="slot"/>.</summary>
    internal static Matrix<T> Scores(int slot, nint keys, nint rows)
    {
        nint stride = Stride(rows);
        return new Matrix<T>(new Address<T>(Scratch.Rent<T>(slot, keys * stride)), stride, transposed: false);
    }

    /// <summary>Zeros in <paramref name="rows"/> rows of a head.</summary>
    internal static void Clear(T* first, nint stride, nint rows, int size)
    {
        for (nint row = 0; row < rows; row++)
        {
            new Span<T>(first + (row * stride), size).Clear();
        }
    }

    /// <summary>From one row of <paramref name="columns"/> to the next: an odd number of lines, so that the rows use all places of the cache.</summary>
    private static nint Stride(nint columns) => (Partition.Count(columns * sizeof(T), Line) | 1) * Line / sizeof(T);

    [MethodImpl(Simd.Loop)]
    private static void Copy(T* source, nint stride, T* copy, nint step, nint rows, nint size)
    {
        for (nint row = 0; row < rows; row++)
        {
            Address<T> from = new(source + (row * stride)), to = new(copy + (row * step));
            nint column = 0;
            for (; column <= size - V.Count; column += V.Count)
            {
                V.Store(V.Load(from + column), to + column);
            }

            if (column < size)
            {
                V.Store(V.Load(from + column, (int)(size - column)), to + column);
            }
        }
    }
}

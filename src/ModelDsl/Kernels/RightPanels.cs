namespace ModelDsl.Kernels;

/// <summary>
/// The right operand of a product, cut into panels two vectors wide: those that lie well in memory are read where they are, the others from
/// a copy in which a panel's rows follow one another and columns beyond the last are zero.
/// </summary>
internal readonly unsafe struct RightPanels<T>
    where T : unmanaged
{
    private readonly Matrix<T> source;
    private readonly T* packed;
    private readonly nint inner;
    private readonly nint inPlace;
    private readonly nint width;

    private RightPanels(Matrix<T> source, T* packed, nint inner, nint inPlace, nint width)
    {
        this.source = source;
        this.packed = packed;
        this.inner = inner;
        this.inPlace = inPlace;
        this.width = width;
    }

    /// <summary>The columns of a panel.</summary>
    internal static nint Width<V>()
        where V : struct, ISimd<V, T> => 2 * V.Count;

    /// <summary>Packs the columns from <paramref name="inPlace"/> (a multiple of the width) on; those before are read in place.</summary>
    internal static RightPanels<T> Pack<V>(Matrix<T> b, nint inner, nint inPlace, nint columns)
        where V : struct, ISimd<V, T>
    {
        nint width = Width<V>(), count = (columns - inPlace + width - 1) / width;
        T* packed = Scratch.Rent<T>(Scratch.RightPanel, count * width * inner);
        PackJob<V> job = new(b, packed, inner, inPlace, columns);
        if (Workers.Worth(count * width * inner))
        {
            Workers.Run(in job, (int)count);
        }
        else
        {
            for (int panel = 0; panel < count; panel++)
            {
                job.Run(panel);
            }
        }

        return new RightPanels<T>(b, packed, inner, inPlace, width);
    }

    /// <summary>The place of a panel's row, and the distance to its next.</summary>
    internal T* At(nint column, nint row, out nint step)
    {
        if (column < inPlace)
        {
            step = source.Stride;
            return source.Data + (row * step) + column;
        }

        step = width;
        return packed + ((column - inPlace) * inner) + (row * width);
    }

    private readonly struct PackJob<V>(Matrix<T> b, T* packed, nint inner, nint inPlace, nint columns) : IJob
        where V : struct, ISimd<V, T>
    {
        public void Run(int part)
        {
            nint width = Width<V>(), column = inPlace + (part * width), valid = Math.Min(width, columns - column);
            T* panel = packed + (part * width * inner);
            T* source = b.Data + (column * b.ColumnStep);
            if (b.Transposed)
            {
                Transpose(source, panel, width, valid);
                return;
            }

            for (nint p = 0; p < inner; p++)
            {
                Address<T> from = new(source + (p * b.Stride)), to = new(panel + (p * width));
                V.Store(V.Load(from, (int)valid), to);
                V.Store(valid > V.Count ? V.Load(from + V.Count, (int)valid - V.Count) : V.Zero, to + V.Count);
            }
        }

        /// <summary>Columns lie side by side in a panel but far apart in the operand: a few rows at a time, each line of the cache is read once.</summary>
        private void Transpose(T* source, T* panel, nint width, nint valid)
        {
            const int block = 16;
            if (valid < width)
            {
                new Span<T>(panel, checked((int)(inner * width))).Clear();
            }

            for (nint start = 0; start < inner; start += block)
            {
                nint end = Math.Min(inner, start + block);
                for (nint j = 0; j < valid; j++)
                {
                    T* from = source + (j * b.Stride);
                    for (nint p = start; p < end; p++)
                    {
                        panel[(p * width) + j] = from[p];
                    }
                }
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Copies a panel of the right operand so that its rows, one or two vectors wide, follow one another; columns beyond the last are zero.</summary>
internal static unsafe class RightPanel<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Packs <paramref name="columns"/> columns and <paramref name="rows"/> rows.</summary>
    /// <param name="source">The operand, from the panel's first element on.</param>
    /// <param name="panel">The copy, <paramref name="rows"/> × <paramref name="width"/>.</param>
    /// <param name="width">One or two vectors.</param>
    /// <param name="rows">The rows of the panel.</param>
    /// <param name="columns">The columns that the operand has, at most <paramref name="width"/>.</param>
    internal static void Pack(Matrix<T> source, T* panel, nint width, nint rows, nint columns)
    {
        if (!source.Transposed)
        {
            Copy(source.Data, source.Stride, panel, width, rows, (int)columns);
            return;
        }

        if (columns < width)
        {
            new Span<T>(panel, (int)(rows * width)).Clear();
        }

        Transposition.Run(source.Data, source.Stride, panel, width, rows, columns);
    }

    [MethodImpl(Simd.Loop)]
    private static void Copy(T* source, nint stride, T* panel, nint width, nint rows, int columns)
    {
        for (nint row = 0; row < rows; row++, source += stride, panel += width)
        {
            Address<T> from = new(source), to = new(panel);
            V.Store(V.Load(from, columns), to);
            if (width > V.Count)
            {
                V.Store(V.Load(from + V.Count, columns - V.Count), to + V.Count);
            }
        }
    }
}

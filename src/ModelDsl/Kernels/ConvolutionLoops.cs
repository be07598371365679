using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A dimension of the results: how many there are, and the distances of neighbours in the source and in the output.</summary>
internal readonly record struct LoopAxis(nint Count, nint SourceStep, nint OutputStep);

/// <summary>The dimensions of the results, the one that tiles run along last.</summary>
/// <param name="Outer">The dimension of the outer loop.</param>
/// <param name="Middle">The dimension of the inner loop.</param>
/// <param name="Tile">The dimension along which results are computed together.</param>
/// <param name="FilterStep">From the weights of one filter to those of the next, where results are dot products; else 0.</param>
internal readonly unsafe record struct TileLoops<T, V>(LoopAxis Outer, LoopAxis Middle, LoopAxis Tile, nint FilterStep)
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>All results of a panel and a block of the sums.</summary>
    internal void Run(ref TileOperands<T> operands, in SourceRows trim, T* source, T* output, nint width, bool add)
    {
        for (nint outer = 0; outer < Outer.Count; outer++)
        {
            for (nint middle = 0; middle < Middle.Count; middle++)
            {
                T* results = output + (outer * Outer.OutputStep) + (middle * Middle.OutputStep);
                operands.Left = source + (outer * Outer.SourceStep) + (middle * Middle.SourceStep);
                if (trim.Reach(middle))
                {
                    Border(operands, in trim, middle, results, width, add);
                }
                else
                {
                    Line(ref operands, results, width, add);
                }
            }
        }
    }

    private void Border(TileOperands<T> operands, in SourceRows trim, nint middle, T* output, nint width, bool add)
    {
        trim.Trim(ref operands, middle);
        if (operands.Segments > 0 || !add)
        {
            Line(ref operands, output, width, add);
        }
    }

    /// <summary>The results of a line.</summary>
    [MethodImpl(Simd.Loop)]
    private void Line(ref TileOperands<T> operands, T* output, nint width, bool add)
    {
        if (FilterStep > 0)
        {
            ConvolutionDots<T, V>.Line(in operands, Tile.Count, output, Tile.OutputStep, width, FilterStep);
            return;
        }

        ProductBlock<T, V>.Rows(operands, Tile.Count, width, output, Tile.OutputStep, add);
    }
}

/// <summary>Where the rows of a copied source lie in the source, so that runs of rows of nothing but zeros can be left out.</summary>
/// <param name="First">The row of the first tap of the first result.</param>
/// <param name="Step">From one result to the next.</param>
/// <param name="Span">The rows of all taps; 0 where nothing is to be left out.</param>
/// <param name="Height">The rows of the source.</param>
/// <param name="Pitch">From one row of the copy to the next.</param>
internal readonly unsafe record struct SourceRows(nint First, nint Step, nint Span, nint Height, nint Pitch)
{
    /// <summary>Whether result <paramref name="i"/> reaches beyond the source.</summary>
    internal bool Reach(nint i)
    {
        nint first = First + (i * Step);
        return Span > 0 && (first < 0 || first + Span > Height);
    }

    /// <summary>Leaves out the runs outside the source for result <paramref name="i"/>.</summary>
    internal void Trim<T>(ref TileOperands<T> operands, nint i)
        where T : unmanaged
    {
        nint first = First + (i * Step);
        while (operands.Segments > 0 && Outside(first + (operands.Offsets[0] / Pitch)))
        {
            operands.Offsets++;
            operands.Right += operands.Inner * operands.RightStep;
            operands.Segments--;
        }

        while (operands.Segments > 0 && Outside(first + (operands.Offsets[operands.Segments - 1] / Pitch)))
        {
            operands.Segments--;
        }

        operands.Inner = operands.Segments > 0 ? operands.Inner : 0;
    }

    private bool Outside(nint row) => row < 0 || row >= Height;
}

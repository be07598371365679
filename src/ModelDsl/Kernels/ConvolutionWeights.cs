namespace ModelDsl.Kernels;

/// <summary>
/// The weights of a convolution as the right operands of tiles: for each panel of columns, at most two vectors wide, the rows of all taps in the order of
/// the phases. They are packed once, unless they lie that way already and are used too few times to pay for a copy.
/// </summary>
internal readonly unsafe struct ConvolutionWeights<T> : IJob
    where T : unmanaged
{
    /// <summary>From this many tiles on, a panel is used often enough to pay for a copy.</summary>
    private const int TilesWorthPacking = 24;

    private const int RowsOfTile = 12;

    private readonly T* weight;
    private readonly T* packed;
    private readonly int inner;
    private readonly int columns;
    private readonly int filters;
    private readonly nint tapSize;
    private readonly int taps;
    private readonly bool transposed;
    private readonly int width;
    private readonly int* order;

    internal ConvolutionWeights(Weights<T> weight, in ConvolutionGeometry geometry, in ConvolutionTaps taps, in ConvolutionShape shape, bool transposed, nint results)
    {
        this.weight = weight.Data;
        this.transposed = transposed;
        order = taps.Kernel;
        (inner, columns, filters) = (geometry.Inner, geometry.Columns, shape.Filters);
        tapSize = (nint)(shape.InputChannels / shape.Groups) * shape.Filters;
        this.taps = shape.KernelHeight * shape.KernelWidth;
        width = 2 * Simd.Count<T>();
        PanelsOfGroup = (int)Partition.Count(columns, width);
        Panels = PanelsOfGroup * geometry.Groups;
        FilterStep = !shape.Depthwise && ConvolutionDots.Fits(columns, in taps, width / 2) ? (nint)this.taps * inner : 0;
        bool packs = transposed || columns % (width / 2) != 0
            || results >= TilesWorthPacking * RowsOfTile;
        packed = shape.Depthwise ? null : weight.Packed != null ? weight.Packed : packs ? Scratch.Rent<T>(Scratch.ConvolutionWeights, Panels * PanelSize) : null;
    }

    /// <summary>The panels of all groups.</summary>
    internal int Panels { get; }

    /// <summary>The panels of a group.</summary>
    internal int PanelsOfGroup { get; }

    /// <summary>From the weights of one filter to those of the next, where filters are so few that results are dot products; else 0.</summary>
    internal nint FilterStep { get; }

    private nint PanelSize => (nint)taps * inner * width;

    /// <summary>Whether panels are read from a copy.</summary>
    internal bool Packed => packed != null;

    /// <summary>Packs all panels, if packing is worth its time.</summary>
    internal void Pack()
    {
        if (Packed)
        {
            Partition.Run(in this, Panels * PanelSize, 2, Panels);
        }
    }

    /// <summary>The first column of a panel among all columns of the output, and how many it has.</summary>
    internal (nint Column, nint Count) Columns(nint panel)
    {
        nint first = panel % PanelsOfGroup * width;
        return ((panel / PanelsOfGroup * columns) + first, Math.Min(width, columns - first));
    }

    /// <summary>The rows of a panel from a tap on, and the distance of one row to the next.</summary>
    internal T* Rows(nint panel, int tap, out nint step)
    {
        nint row = (nint)tap * inner;
        (nint column, nint count) = Columns(panel);
        step = !Packed ? filters : FilterStep > 0 ? 1 : Stride(count);
        return !Packed ? weight + (row * filters) + column : packed + (panel * PanelSize) + (row * step);
    }

    public void Run(int part) => Simd.Run<T, Work>(new Work(in this, part));

    private nint Stride(nint count) => count > width / 2 ? width : width / 2;

    /// <summary>Copies the weights of a tap, those of a filter side by side.</summary>
    private void Filters(Matrix<T> source, T* destination, nint count)
    {
        for (nint filter = 0; filter < count; filter++)
        {
            for (nint i = 0; i < inner; i++)
            {
                destination[(filter * FilterStep) + i] = source.Data[(i * source.RowStep) + (filter * source.ColumnStep)];
            }
        }
    }

    private readonly struct Work(in ConvolutionWeights<T> weights, int panel) : ISimdWork<T>
    {
        private readonly ConvolutionWeights<T> weights = weights;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            int group = panel / weights.PanelsOfGroup;
            (nint column, nint count) = weights.Columns(panel);
            for (int tap = 0; tap < weights.taps; tap++)
            {
                T* rows = weights.Rows(panel, tap, out nint step);
                T* source = weights.weight + (weights.order[tap] * weights.tapSize);
                source += weights.transposed
                    ? ((column - ((nint)group * weights.columns)) * weights.filters) + ((nint)group * weights.inner)
                    : column;
                Matrix<T> matrix = new(new Address<T>(source), weights.filters, weights.transposed);
                if (weights.FilterStep > 0)
                {
                    weights.Filters(matrix, rows, count);
                }
                else
                {
                    RightPanel<T, V>.Pack(matrix, rows, step, weights.inner, count);
                }
            }
        }
    }
}

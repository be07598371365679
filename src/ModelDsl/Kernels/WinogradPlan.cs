namespace ModelDsl.Kernels;

/// <summary>
/// A convolution with a 3 × 3 kernel, or the gradient of its input, in tiles of 2 × 2 results. Parts follow from the sizes alone, and each element of the
/// output is computed in the same order whatever part it is in.
/// </summary>
internal readonly unsafe struct WinogradPlan<T>
    where T : unmanaged
{
    /// <summary>The least tiles of a part that is cut so that a second thread has work: as many as a register tile has rows without waiting for its sums.</summary>
    private const int FewTiles = 8;

    /// <summary>The multiply-adds of an example from which on it is cut into several parts.</summary>
    private const int LargeExample = 1 << 20;

    internal readonly T* Source;
    internal readonly T* Output;
    internal readonly ConvolutionGeometry Geometry;
    internal readonly WinogradWeights<T> Weights;

    private readonly nint batch;
    private readonly nint tileRows;
    private readonly nint examples;
    private readonly nint rowParts;

    internal WinogradPlan(Address<T> source, Address<T> weight, Address<T> output, nint batch, in ConvolutionShape shape, bool gradient)
    {
        Source = source.Pointer;
        Output = output.Pointer;
        this.batch = batch;
        Geometry = gradient ? ConvolutionGeometry.Gradient(in shape) : ConvolutionGeometry.Forward(in shape);
        Weights = new WinogradWeights<T>(weight.Pointer, in Geometry, in shape, gradient);
        tileRows = Partition.Count(Geometry.Y.Output, Winograd.Results);
        nint tileColumns = Partition.Count(Geometry.X.Output, Winograd.Results), all = tileRows * tileColumns;
        nint tiles = Math.Max(FewTiles, Winograd.TilesOfPart(in Geometry));
        examples = Math.Max(1, tiles / all);
        rowParts = examples > 1 ? 1 : Partition.Count(tileRows, Math.Max(1, tiles / tileColumns));
        if (rowParts == 1 && examples == 1 && shape.Work >= LargeExample)
        {
            rowParts = Math.Clamp(all / FewTiles, 1, Math.Min(2, tileRows));
        }
    }

    /// <summary>The number of parts.</summary>
    internal int Parts => checked((int)(Partition.Count(batch, examples) * rowParts));

    /// <summary>The examples and rows of results of a part.</summary>
    internal ConvolutionBlock Block(int part)
    {
        nint example = part / rowParts * examples, row = part % rowParts;
        return new ConvolutionBlock(
            example,
            Math.Min(batch, example + examples),
            row * tileRows / rowParts * Winograd.Results,
            Math.Min(Geometry.Y.Output, (row + 1) * tileRows / rowParts * Winograd.Results));
    }

    /// <summary>Computes a part of the output.</summary>
    internal void Run(int part) => Simd.Run<T, Work>(new Work(in this, part));

    private readonly struct Work(in WinogradPlan<T> plan, int part) : ISimdWork<T>
    {
        private readonly WinogradPlan<T> plan = plan;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            ConvolutionBlock block = plan.Block(part);
            WinogradBlock<T, V>.Run(in plan, in block);
        }
    }
}

/// <summary>The weights of a convolution at the points of the tiles, panel after panel as register tiles read them.</summary>
internal readonly unsafe struct WinogradWeights<T> : IJob
    where T : unmanaged
{
    private readonly ConvolutionWeights<T> taps;
    private readonly T* points;
    private readonly nint inner;

    internal WinogradWeights(T* weight, in ConvolutionGeometry geometry, in ConvolutionShape shape, bool gradient)
    {
        ConvolutionTaps order = new(in geometry);
        taps = new ConvolutionWeights<T>(weight, in geometry, in order, in shape, gradient, results: 0);
        inner = geometry.Inner;
        points = Scratch.Rent<T>(Scratch.WinogradWeights, taps.Panels * PanelSize);
    }

    internal int Panels => taps.Panels;

    private nint PanelSize => Winograd.Points * inner * 2 * Simd.Count<T>();

    /// <summary>Transforms all panels.</summary>
    internal void Transform() => Partition.Run(in this, Panels * PanelSize, 4, Panels);

    /// <summary>The first column of a panel among all columns of the output, and how many it has.</summary>
    internal (nint Column, nint Count) Columns(nint panel) => taps.Columns(panel);

    /// <summary>The rows of a panel at a point, one for each channel, and the distance of one to the next.</summary>
    internal T* Rows(nint panel, nint point, out nint step)
    {
        step = Partition.Count(Columns(panel).Count, Simd.Count<T>()) * Simd.Count<T>();
        return points + (panel * PanelSize) + (point * inner * step);
    }

    public void Run(int part)
    {
        if (taps.Packed)
        {
            taps.Run(part);
        }

        Simd.Run<T, Work>(new Work(in this, part));
    }

    private readonly struct Work(in WinogradWeights<T> weights, int panel) : ISimdWork<T>
    {
        private readonly WinogradWeights<T> weights = weights;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            T* source = weights.taps.Rows(panel, 0, out nint row), points = weights.Rows(panel, 0, out nint width);
            nint tap = (nint)(weights.taps.Rows(panel, 1, out _) - source);
            Winograd<T, V>.Weights(source, tap, row, points, weights.inner, width);
        }
    }
}

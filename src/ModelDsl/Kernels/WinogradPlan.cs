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

    /// <summary>The multiply-adds from which on a convolution is cut into several parts, and how many these are where there are not more anyway.</summary>
    private const int LargeWork = 1 << 20;

    private const int FewParts = 4;

    internal readonly T* Source;
    internal readonly T* Output;
    internal readonly ConvolutionGeometry Geometry;

    private readonly T* weight;
    private readonly ConvolutionShape shape;
    private readonly bool gradient;
    private readonly long number;
    private readonly nint batch;
    private readonly nint tileRows;
    private readonly nint examples;
    private readonly nint rowParts;
    private readonly nint panelParts;

    internal WinogradPlan(Address<T> source, Address<T> weight, Address<T> output, nint batch, in ConvolutionShape shape, bool gradient)
    {
        Source = source.Pointer;
        Output = output.Pointer;
        this.batch = batch;
        Geometry = gradient ? ConvolutionGeometry.Gradient(in shape) : ConvolutionGeometry.Forward(in shape);
        this.weight = weight.Pointer;
        this.shape = shape;
        this.gradient = gradient;
        tileRows = Partition.Count(Geometry.Y.Output, Winograd.Results);
        nint tileColumns = Partition.Count(Geometry.X.Output, Winograd.Results), all = tileRows * tileColumns;
        nint tiles = Math.Max(FewTiles, Winograd.TilesOfPart(in Geometry));
        examples = Math.Max(1, tiles / all);
        rowParts = examples > 1 ? 1 : Partition.Count(tileRows, Math.Max(1, tiles / tileColumns));
        panelParts = 1;
        if (Blocks == 1 && shape.Work * batch >= LargeWork)
        {
            // Those who share work along the filters transform other weights; rows of one panel are shared where there is but one.
            nint panels = Partition.Count(Geometry.OutputChannels, 2 * Simd.Count<T>());
            panelParts = Math.Min(FewParts, panels);
            if (panels == 1)
            {
                examples = 1;
                rowParts = Math.Clamp(all / FewTiles, 1, Math.Min(FewParts, tileRows));
            }
        }

        number = WinogradNumber.Next(panelParts);
    }

    /// <summary>The number of parts.</summary>
    internal int Parts => checked((int)(Blocks * panelParts));

    private nint Blocks => Partition.Count(batch, examples) * rowParts;

    /// <summary>The filters of a part: the first, and the one after the last.</summary>
    internal (nint From, nint To) Filters(int part)
    {
        nint width = 2 * Simd.Count<T>(), panels = Partition.Count(Geometry.OutputChannels, width), place = part / Blocks;
        return (place * panels / panelParts * width, Math.Min(Geometry.OutputChannels, (place + 1) * panels / panelParts * width));
    }

    /// <summary>The examples and rows of results of a part.</summary>
    internal ConvolutionBlock Block(int part)
    {
        nint block = part % Blocks, example = block / rowParts * examples, row = block % rowParts;
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
            (nint from, nint to) = plan.Filters(part);
            WinogradWeights<T> weights = new(plan.weight, in plan.Geometry, in plan.shape, plan.gradient, from, to);
            if (WinogradNumber.IsNew(plan.number + (part / plan.Blocks)))
            {
                weights.Transform<V>();
            }

            WinogradBlock<T, V>.Run(in plan, in weights, in block);
        }
    }
}

/// <summary>The numbers of sets of weights. A thread that has transformed one finds it in its memory until it needs another.</summary>
internal static class WinogradNumber
{
    private static long last;

    [ThreadStatic]
    private static long current;

    /// <summary>The first of so many numbers that no other convolution has.</summary>
    internal static long Next(nint count) => Interlocked.Add(ref last, count) - count + 1;

    /// <summary>Whether the thread has not asked this of the number since it asked of another one.</summary>
    internal static bool IsNew(long number)
    {
        bool isNew = current != number;
        current = number;
        return isNew;
    }
}

/// <summary>
/// The weights of a convolution at the points of the tiles, panel after panel as register tiles read them. Each thread transforms them for itself: that costs
/// less than to read what another core has just written.
/// </summary>
internal readonly unsafe struct WinogradWeights<T>
    where T : unmanaged
{
    /// <summary>The channels.</summary>
    internal readonly nint Inner;

    /// <summary>The first filter, and the one after the last.</summary>
    internal readonly nint From;

    internal readonly nint To;

    private readonly ConvolutionWeights<T> taps;
    private readonly T* points;

    internal WinogradWeights(T* weight, in ConvolutionGeometry geometry, in ConvolutionShape shape, bool gradient, nint from, nint to)
    {
        (From, To) = (from, to);
        ConvolutionTaps order = new(in geometry);
        taps = new ConvolutionWeights<T>(weight, in geometry, in order, in shape, gradient, results: 0);
        Inner = geometry.Inner;
        points = Scratch.Rent<T>(Scratch.WinogradWeights, (PanelEnd - Panel) * PanelSize);
    }

    /// <summary>The first panel, and the one after the last.</summary>
    internal nint Panel => From / Width;

    internal nint PanelEnd => Partition.Count(To, Width);

    private static nint Width => 2 * Simd.Count<T>();

    private nint PanelSize => Winograd.Points * Inner * Width;

    /// <summary>The first column of a panel among all columns of the output, and how many it has.</summary>
    internal (nint Column, nint Count) Columns(nint panel) => taps.Columns(panel);

    /// <summary>The rows of a panel at a point, one for each channel, and the distance of one to the next.</summary>
    internal T* Rows(nint panel, nint point, out nint step)
    {
        step = Partition.Count(Columns(panel).Count, Simd.Count<T>()) * Simd.Count<T>();
        return points + ((panel - Panel) * PanelSize) + (point * Inner * step);
    }

    /// <summary>Transforms all panels.</summary>
    internal void Transform<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint panel = Panel; panel < PanelEnd; panel++)
        {
            if (taps.Packed)
            {
                taps.Run((int)panel);
            }

            T* source = taps.Rows(panel, 0, out nint row), first = Rows(panel, 0, out nint width);
            nint tap = (nint)(taps.Rows(panel, 1, out _) - source);
            Winograd<T, V>.Weights(source, tap, row, first, Inner, width);
        }
    }
}

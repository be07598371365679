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

    private readonly Weights<T> weight;
    private readonly ConvolutionShape shape;
    private readonly bool gradient;
    private readonly long number;
    private readonly nint batch;
    private readonly nint tileRows;
    private readonly nint examples;
    private readonly nint rowParts;
    private readonly nint panelParts;

    internal WinogradPlan(Address<T> source, Weights<T> weight, Address<T> output, nint batch, in ConvolutionShape shape, bool gradient)
    {
        Source = source.Pointer;
        Output = output.Pointer;
        this.batch = batch;
        Geometry = gradient ? ConvolutionGeometry.Gradient(in shape) : ConvolutionGeometry.Forward(in shape);
        this.weight = weight;
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
            if (plan.weight.Packed == null && WinogradNumber.IsNew(plan.number + (part / plan.Blocks)))
            {
                weights.Transform<V>();
            }

            WinogradBlock<T, V>.Run(in plan, in weights, in block);
        }
    }
}

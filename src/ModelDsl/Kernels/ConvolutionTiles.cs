namespace ModelDsl.Kernels;

/// <summary>
/// A part of a convolution as products of register tiles: the rows of a tile are neighbouring results, its columns filters, and its sums run through the
/// taps. The patches of the source are never written out, since a tile reads its left operand where it lies, one run after the other.
/// </summary>
internal static unsafe class ConvolutionTiles<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The most rows of a panel of weights that are used at once: with two vectors of 64 bytes in a row they stay in the first level of the cache.</summary>
    private const int MaxInner = 288;

    /// <summary>Computes the results of a block for the panels from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    internal static void Run(in ConvolutionPlan<T> plan, in ConvolutionBlock block, nint from, nint to)
    {
        T* source = plan.Geometry.Region(plan.Source, in block, out nint examplePitch);
        for (nint panel = from; panel < to; panel++)
        {
            for (int phase = 0; phase < plan.Taps.Count; phase++)
            {
                Phase(in plan, in block, in plan.Taps.Phases[phase], panel, source, examplePitch);
            }
        }
    }

    private static void Phase(in ConvolutionPlan<T> plan, in ConvolutionBlock block, in ConvolutionPhase phase, nint panel, T* source, nint examplePitch)
    {
        ref readonly ConvolutionGeometry geometry = ref plan.Geometry;
        ConvolutionAxis y = geometry.Y, x = geometry.X;
        (nint column, nint width) = plan.Weights.Columns(panel);
        nint row = (nint)x.Output * geometry.OutputChannels, pixel = geometry.OutputChannels;
        T* output = plan.Output + (((block.Example * y.Output) + (block.Row * y.OutputStep) + phase.Y) * row) + (phase.X * pixel) + column;
        LoopAxis examples = new(block.ExampleEnd - block.Example, examplePitch, y.Output * row);
        LoopAxis rows = new(Math.Min(block.RowEnd, y.Count(phase.Y)) - block.Row, y.SourceStep * geometry.Pitch, y.OutputStep * row);
        LoopAxis pixels = new(x.Count(phase.X), (nint)x.SourceStep * geometry.SourceChannels, x.OutputStep * pixel);
        TileLoops<T, V> loops = plan.TileAxis switch
        {
            0 => new TileLoops<T, V>(examples, rows, pixels, plan.Weights.FilterStep),
            1 => new TileLoops<T, V>(examples, pixels, rows, plan.Weights.FilterStep),
            _ => new TileLoops<T, V>(rows, pixels, examples, plan.Weights.FilterStep),
        };
        SourceRows trim = plan.TileAxis == 0 && geometry.Copied
            ? new SourceRows((block.Row * y.SourceStep) + y.First, y.SourceStep, y.Span, y.Source, geometry.Pitch)
            : default;

        TileOperands<T> operands = new() { LeftColumnStep = 1, LeftRowStep = loops.Tile.SourceStep };
        T* weights = plan.Weights.Rows(panel, phase.FirstTap, out operands.RightStep);
        source += panel / plan.Weights.PanelsOfGroup * geometry.Inner;

        // Long runs are cut, short ones are taken several at once.
        nint longest = plan.Weights.FilterStep > 0 ? phase.Segments * phase.SegmentLength : MaxInner;
        nint pieces = Math.Max(1, Partition.Count(phase.SegmentLength, longest));
        nint together = Math.Max(1, longest / Math.Max(1, phase.SegmentLength));
        nint blocks = Math.Max(1, Partition.Count(phase.Segments, together)) * pieces;
        for (nint i = 0; i < blocks; i++)
        {
            nint first = i / pieces * phase.Segments / (blocks / pieces), last = ((i / pieces) + 1) * phase.Segments / (blocks / pieces);
            nint start = i % pieces * phase.SegmentLength / pieces, end = ((i % pieces) + 1) * phase.SegmentLength / pieces;
            operands.Right = weights + (((first * phase.SegmentLength) + start) * operands.RightStep);
            operands.Inner = phase.Segments == 0 ? 0 : end - start;
            operands.Segments = last - first;
            operands.Offsets = phase.Offsets + first;
            loops.Run(ref operands, in trim, source + start, output, width, i > 0);
        }
    }
}

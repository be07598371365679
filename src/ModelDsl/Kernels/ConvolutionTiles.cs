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
        TileLoops loops = plan.TileAxis switch
        {
            0 => new TileLoops(examples, rows, pixels),
            1 => new TileLoops(examples, pixels, rows),
            _ => new TileLoops(rows, pixels, examples),
        };

        TileOperands<T> operands = new() { LeftColumnStep = 1, LeftRowStep = loops.Tile.SourceStep };
        T* weights = plan.Weights.Rows(panel, phase.FirstTap, out operands.RightStep);
        source += panel / plan.Weights.PanelsOfGroup * geometry.Inner;

        // Long runs are cut, short ones are taken several at once.
        nint pieces = Math.Max(1, Partition.Count(phase.SegmentLength, MaxInner));
        nint together = Math.Max(1, MaxInner / Math.Max(1, phase.SegmentLength));
        nint blocks = Math.Max(1, Partition.Count(phase.Segments, together)) * pieces;
        for (nint i = 0; i < blocks; i++)
        {
            nint first = i / pieces * phase.Segments / (blocks / pieces), last = ((i / pieces) + 1) * phase.Segments / (blocks / pieces);
            nint start = i % pieces * phase.SegmentLength / pieces, end = ((i % pieces) + 1) * phase.SegmentLength / pieces;
            operands.Right = weights + (((first * phase.SegmentLength) + start) * operands.RightStep);
            operands.Inner = phase.Segments == 0 ? 0 : end - start;
            operands.Segments = last - first;
            operands.Offsets = phase.Offsets + first;
            loops.Run(operands, source + start, output, width, i > 0);
        }
    }

    /// <summary>A dimension of the results: how many there are, and the distances of neighbours in the source and in the output.</summary>
    private readonly record struct LoopAxis(nint Count, nint SourceStep, nint OutputStep);

    /// <summary>The dimensions of the results, the one that tiles run along last.</summary>
    private readonly record struct TileLoops(LoopAxis Outer, LoopAxis Middle, LoopAxis Tile)
    {
        internal void Run(TileOperands<T> operands, T* source, T* output, nint width, bool add)
        {
            nint tiles = Partition.Count(Tile.Count, Tiles<T, V>.MaxRows);
            for (nint outer = 0; outer < Outer.Count; outer++)
            {
                for (nint middle = 0; middle < Middle.Count; middle++)
                {
                    T* left = source + (outer * Outer.SourceStep) + (middle * Middle.SourceStep);
                    T* result = output + (outer * Outer.OutputStep) + (middle * Middle.OutputStep);
                    for (nint tile = 0; tile < tiles; tile++)
                    {
                        nint row = tile * Tile.Count / tiles, rows = ((tile + 1) * Tile.Count / tiles) - row;
                        operands.Left = left + (row * Tile.SourceStep);
                        ProductBlock<T, V>.Tile(in operands, rows, width, result + (row * Tile.OutputStep), Tile.OutputStep, add);
                    }
                }
            }
        }
    }
}

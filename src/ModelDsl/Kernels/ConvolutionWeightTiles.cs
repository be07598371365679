namespace ModelDsl.Kernels;

/// <summary>
/// A part of a weight gradient as products of register tiles: the rows of a tile are taps and channels, which lie side by side in the source, its columns
/// filters, and its sums run over the pixels of the results.
/// </summary>
internal static unsafe class ConvolutionWeightTiles<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private static nint Width => 2 * V.Count;

    /// <summary>Computes a part's share of the weights from its chunk of the examples.</summary>
    internal static void Run(in ConvolutionWeightPlan<T> plan, int part)
    {
        (nint unit, nint end) = plan.UnitsOf(part);
        T* sums = plan.Sums(plan.ChunkOf(part));
        if (unit == end)
        {
            new Span<T>(sums, (int)plan.Size).Clear();
        }

        for (nint i = unit; i < end; i++)
        {
            Unit(in plan, part, plan.Block(i), sums, i > unit);
        }
    }

    private static void Unit(in ConvolutionWeightPlan<T> plan, int part, in ConvolutionBlock block, T* sums, bool add)
    {
        ref readonly ConvolutionGeometry geometry = ref plan.Geometry;
        T* source = geometry.Region(plan.Source, in block, out nint examplePitch), gradient = plan.GradientOf(in block);
        TileOperands<T> operands = Pixels(in geometry, in block, examplePitch);
        (nint piece, nint end) = plan.PiecesOf(part);
        while (piece < end)
        {
            nint panel = piece / plan.Runs, last = Math.Min(end, (panel + 1) * plan.Runs), panelsOfGroup = plan.Panels / geometry.Groups;
            nint group = panel / panelsOfGroup, first = panel % panelsOfGroup * Width, width = Math.Min(Width, geometry.Columns - first);
            nint column = (group * geometry.Columns) + first;
            bool narrow = ConvolutionNarrowWeights<T, V>.Fits(width, plan.RunLength);
            operands.Right = gradient + column;
            operands.RightStep = geometry.OutputChannels;
            if (!narrow && width != Width && width != V.Count)
            {
                Pack(ref operands, width);
            }

            for (; piece < last; piece++)
            {
                nint run = piece % plan.Runs;
                operands.Left = source + Place(in plan, (int)run) + (group * geometry.Inner);
                T* weights = sums + (run * plan.RunLength * geometry.OutputChannels) + column;
                if (narrow)
                {
                    ConvolutionNarrowWeights<T, V>.Run(in operands, plan.RunLength, weights, width, geometry.OutputChannels, add);
                }
                else
                {
                    ProductBlock<T, V>.Rows(operands, plan.RunLength, width, weights, geometry.OutputChannels, add);
                }
            }
        }
    }

    /// <summary>The pixels that the sums run over, in rows, or in longer runs where the places of rows follow one another.</summary>
    private static TileOperands<T> Pixels(in ConvolutionGeometry geometry, in ConvolutionBlock block, nint examplePitch)
    {
        nint examples = block.ExampleEnd - block.Example, rows = block.RowEnd - block.Row, pixels = geometry.X.Output;
        nint step = (nint)geometry.X.SourceStep * geometry.SourceChannels, rowStep = geometry.Y.SourceStep * geometry.Pitch;
        if (pixels == 1 || rowStep == pixels * step)
        {
            (step, pixels, rows, rowStep) = (pixels == 1 ? rowStep : step, pixels * rows, 1, examplePitch);
        }

        if (rows == 1 && (pixels == 1 || examplePitch == pixels * step))
        {
            (step, pixels, examples) = (pixels == 1 ? examplePitch : step, pixels * examples, 1);
        }

        nint* offsets = Scratch.Rent<nint>(Scratch.ConvolutionOffsets, examples * rows);
        for (nint i = 0; i < examples * rows; i++)
        {
            offsets[i] = (i / rows * examplePitch) + (i % rows * rowStep);
        }

        return new TileOperands<T> { LeftRowStep = 1, LeftColumnStep = step, Inner = pixels, Segments = examples * rows, Offsets = offsets };
    }

    /// <summary>Copies a panel of the results' gradient that is narrower than its vectors and fills it up.</summary>
    private static void Pack(ref TileOperands<T> operands, nint width)
    {
        nint rows = operands.Inner * operands.Segments;
        Matrix<T> gradient = new(new Address<T>(operands.Right), operands.RightStep, transposed: false);
        operands.RightStep = width > V.Count ? Width : V.Count;
        operands.Right = Scratch.Rent<T>(Scratch.RightPanel, rows * operands.RightStep);
        RightPanel<T, V>.Pack(gradient, operands.Right, operands.RightStep, rows, width);
    }

    /// <summary>Where a run begins, from the source of the first result on.</summary>
    private static nint Place(in ConvolutionWeightPlan<T> plan, int run)
    {
        int columns = plan.Runs / plan.Geometry.Y.Kernel;
        plan.Geometry.Y.TryTap(0, run / columns, out _, out int y);
        plan.Geometry.X.TryTap(0, run % columns, out _, out int x);
        return plan.Geometry.Offset(y, x);
    }
}

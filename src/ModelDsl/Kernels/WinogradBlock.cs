namespace ModelDsl.Kernels;

/// <summary>A part of a convolution in tiles: its patches at the 16 points, their products with the weights, and the results.</summary>
internal static unsafe class WinogradBlock<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private const int Line = 64;

    /// <summary>The most channels that are summed at once: with two vectors of 64 bytes in a row their weights stay in the first level of the cache.</summary>
    private const int MaxInner = 288;

    /// <summary>Computes the results of a block.</summary>
    internal static void Run(in WinogradPlan<T> plan, in ConvolutionBlock block)
    {
        ref readonly ConvolutionGeometry geometry = ref plan.Geometry;
        nint tileRow = block.Row / Winograd.Results, tileRowEnd = Partition.Count(block.RowEnd, Winograd.Results);
        nint tiles = (block.ExampleEnd - block.Example) * (tileRowEnd - tileRow) * plan.TileColumns;
        nint patchStep = Step(tiles * geometry.SourceChannels), resultStep = Step(tiles * geometry.OutputChannels);
        T* patches = Scratch.Rent<T>(Scratch.WinogradPatches, Winograd.Points * patchStep);
        T* results = Scratch.Rent<T>(Scratch.WinogradResults, Winograd.Points * resultStep);
        nint tile = 0;
        for (nint example = block.Example; example < block.ExampleEnd; example++)
        {
            for (nint row = tileRow; row < tileRowEnd; row++)
            {
                Patches(in plan, example, row, patches + (tile * geometry.SourceChannels), patchStep);
                tile += plan.TileColumns;
            }
        }

        Products(in plan, tiles, patches, patchStep, results, resultStep);
        tile = 0;
        for (nint example = block.Example; example < block.ExampleEnd; example++)
        {
            for (nint row = tileRow; row < tileRowEnd; row++)
            {
                Results(in plan, example, row, results + (tile * geometry.OutputChannels), resultStep);
                tile += plan.TileColumns;
            }
        }
    }

    /// <summary>From one point to the next: an odd number of lines of the cache, so that a tile's points do not drive each other out.</summary>
    private static nint Step(nint elements) => (Partition.Count(elements * sizeof(T), Line) | 1) * Line / sizeof(T);

    private static void Patches(in WinogradPlan<T> plan, nint example, nint tileRow, T* points, nint step)
    {
        ref readonly ConvolutionGeometry geometry = ref plan.Geometry;
        ConvolutionAxis y = geometry.Y, x = geometry.X;
        int channels = geometry.SourceChannels, row = (int)(tileRow * Winograd.Results) + y.First;
        nint pitch = (nint)x.Source * channels;
        T* source = plan.Source + (((example * y.Source) + row) * pitch);
        for (int tile = 0; tile < plan.TileColumns; tile++, points += channels)
        {
            int column = (tile * Winograd.Results) + x.First;
            WinogradInside inside = new(-row, y.Source - row, -column, x.Source - column);
            Winograd<T, V>.Patch(source + ((nint)column * channels), pitch, in inside, points, step, channels);
        }
    }

    private static void Products(in WinogradPlan<T> plan, nint tiles, T* patches, nint patchStep, T* results, nint resultStep)
    {
        nint inner = plan.Geometry.SourceChannels, filters = plan.Geometry.OutputChannels, blocks = Partition.Count(inner, MaxInner);
        TileOperands<T> operands = new() { LeftRowStep = inner, LeftColumnStep = 1 };
        for (nint point = 0; point < Winograd.Points; point++, patches += patchStep, results += resultStep)
        {
            for (nint panel = 0; panel < plan.Weights.Panels; panel++)
            {
                (nint column, nint width) = plan.Weights.Columns(panel);
                T* weights = plan.Weights.Rows(panel, point, out operands.RightStep);
                for (nint block = 0; block < blocks; block++)
                {
                    nint start = block * inner / blocks;
                    operands.Inner = ((block + 1) * inner / blocks) - start;
                    operands.Right = weights + (start * operands.RightStep);
                    Product(operands, patches + start, tiles, results + column, filters, width, block > 0);
                }
            }
        }
    }

    /// <summary>All rows of a panel at a point, in register tiles as equal in height as can be.</summary>
    private static void Product(TileOperands<T> operands, T* left, nint rows, T* result, nint stride, nint width, bool add)
    {
        nint count = Partition.Count(rows, Tiles<T, V>.MaxRows);
        for (nint i = 0; i < count; i++)
        {
            nint row = i * rows / count, height = ((i + 1) * rows / count) - row;
            operands.Left = left + (row * operands.LeftRowStep);
            ProductBlock<T, V>.Tile(in operands, height, width, result + (row * stride), stride, add);
        }
    }

    private static void Results(in WinogradPlan<T> plan, nint example, nint tileRow, T* points, nint step)
    {
        ref readonly ConvolutionGeometry geometry = ref plan.Geometry;
        int filters = geometry.OutputChannels;
        nint pitch = (nint)geometry.X.Output * filters, row = tileRow * Winograd.Results, rows = geometry.Y.Output - row;
        T* output = plan.Output + (((example * geometry.Y.Output) + row) * pitch);
        for (nint tile = 0; tile < plan.TileColumns; tile++, points += filters, output += Winograd.Results * filters)
        {
            Winograd<T, V>.Result(points, step, output, pitch, filters, rows, geometry.X.Output - (tile * Winograd.Results));
        }
    }
}

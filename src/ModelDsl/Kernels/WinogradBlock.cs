namespace ModelDsl.Kernels;

/// <summary>A part of a convolution in tiles: its patches at the 16 points, their products with the weights, and the results.</summary>
internal static unsafe class WinogradBlock<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The most channels that are summed at once: with two vectors of 64 bytes in a row their weights stay in the first level of the cache.</summary>
    private const int MaxInner = 288;

    /// <summary>Computes the results of a block.</summary>
    internal static void Run(in WinogradPlan<T> plan, in WinogradWeights<T> weights, in ConvolutionBlock block)
    {
        ref readonly ConvolutionGeometry geometry = ref plan.Geometry;
        nint tiles = Tiles(in geometry, in block), patchStep = Winograd.Step<T>(tiles * geometry.SourceChannels), resultStep = Winograd.Step<T>(tiles * (weights.To - weights.From));
        T* patches = Scratch.Rent<T>(Scratch.WinogradPatches, Winograd.Points * patchStep);
        T* results = Scratch.Rent<T>(Scratch.WinogradResults, Winograd.Points * resultStep);
        Patches(plan.Source, in geometry, in block, patches, patchStep);
        Products(in weights, tiles, patches, patchStep, results, resultStep);
        Results(in plan, in weights, in block, results, resultStep);
    }

    /// <summary>The number of tiles of a block.</summary>
    internal static nint Tiles(in ConvolutionGeometry geometry, in ConvolutionBlock block) =>
        (block.ExampleEnd - block.Example) * Partition.Count(block.RowEnd - block.Row, Winograd.Results) * Partition.Count(geometry.X.Output, Winograd.Results);

    /// <summary>The patches of all tiles of a block at the points, tile after tile.</summary>
    internal static void Patches(T* source, in ConvolutionGeometry geometry, in ConvolutionBlock block, T* points, nint step)
    {
        ConvolutionAxis y = geometry.Y, x = geometry.X;
        int channels = geometry.SourceChannels;
        nint pitch = (nint)x.Source * channels, tiles = Partition.Count(x.Output, Winograd.Results);
        for (nint example = block.Example; example < block.ExampleEnd; example++)
        {
            for (nint row = block.Row + y.First; row < block.RowEnd + y.First; row += Winograd.Results, points += tiles * channels)
            {
                T* first = source + (((example * y.Source) + row) * pitch) + ((nint)x.First * channels);
                WinogradInside inside = new(-row, y.Source - row, -x.First, x.Source - x.First);
                WinogradPatches<T, V>.Row(first, pitch, in inside, points, step, tiles, channels);
            }
        }
    }

    private static void Products(in WinogradWeights<T> weights, nint tiles, T* patches, nint patchStep, T* results, nint resultStep)
    {
        nint inner = weights.Inner, filters = weights.To - weights.From, blocks = Partition.Count(inner, MaxInner);
        TileOperands<T> operands = new() { LeftRowStep = inner, LeftColumnStep = 1 };
        for (nint point = 0; point < Winograd.Points; point++, patches += patchStep, results += resultStep)
        {
            for (nint panel = weights.Panel; panel < weights.PanelEnd; panel++)
            {
                (nint column, nint width) = weights.Columns(panel);
                T* rows = weights.Rows(panel, point, out operands.RightStep);
                for (nint block = 0; block < blocks; block++)
                {
                    nint start = block * inner / blocks;
                    operands.Inner = ((block + 1) * inner / blocks) - start;
                    operands.Right = rows + (start * operands.RightStep);
                    operands.Left = patches + start;
                    ProductBlock<T, V>.Rows(operands, tiles, width, results + column - weights.From, filters, block > 0);
                }
            }
        }
    }

    private static void Results(in WinogradPlan<T> plan, in WinogradWeights<T> weights, in ConvolutionBlock block, T* points, nint step)
    {
        ConvolutionAxis y = plan.Geometry.Y, x = plan.Geometry.X;
        int filters = (int)(weights.To - weights.From);
        nint pixel = plan.Geometry.OutputChannels, pitch = x.Output * pixel, tiles = Partition.Count(x.Output, Winograd.Results);
        for (nint example = block.Example; example < block.ExampleEnd; example++)
        {
            for (nint row = block.Row; row < block.RowEnd; row += Winograd.Results, points += tiles * filters)
            {
                T* line = plan.Output + (((example * y.Output) + row) * pitch) + weights.From;
                WinogradResults<T, V>.Row(points, step, line, pitch, pixel, y.Output - row, x.Output, filters);
            }
        }
    }
}

namespace ModelDsl.Kernels;

/// <summary>
/// A part of a weight gradient in tiles: patches and gradients of results at the 16 points, whose products are summed over all tiles there and are only
/// then brought back to the taps.
/// </summary>
internal static unsafe class WinogradWeightGradient<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Computes the sums of a part.</summary>
    internal static void Run(in ConvolutionWeightPlan<T> plan, int part)
    {
        (nint panel, nint panelEnd) = plan.PiecesOf(part);
        nint inner = plan.Geometry.SourceChannels, all = plan.Geometry.OutputChannels, column = panel * 2 * V.Count;
        nint filters = Math.Min(all, panelEnd * 2 * V.Count) - column, width = Partition.Count(filters, V.Count) * V.Count;
        nint step = Winograd.Step<T>(inner * width);
        T* sums = Scratch.Rent<T>(Scratch.WinogradWeights, Winograd.Points * step);
        (nint from, nint to) = plan.UnitsOf(part);
        if (from == to)
        {
            new Span<T>(sums, checked((int)(Winograd.Points * step))).Clear();
        }

        for (nint unit = from; unit < to; unit++)
        {
            ConvolutionBlock block = plan.Block(unit);
            Add(in plan, in block, column, filters, width, sums, step, unit > from);
        }

        T* destination = plan.Sums(plan.ChunkOf(part)) + column;
        WinogradTaps<T, V>.WeightGradient(sums, step, inner, width, destination, inner * all, all, filters);
    }

    private static void Add(in ConvolutionWeightPlan<T> plan, in ConvolutionBlock block, nint column, nint filters, nint width, T* sums, nint step, bool add)
    {
        nint inner = plan.Geometry.SourceChannels, tiles = WinogradBlock<T, V>.Tiles(in plan.Geometry, in block);
        nint patchStep = Winograd.Step<T>(tiles * inner), gradientStep = Winograd.Step<T>(tiles * width);
        T* patches = Scratch.Rent<T>(Scratch.WinogradPatches, Winograd.Points * patchStep);
        T* gradients = Scratch.Rent<T>(Scratch.WinogradResults, Winograd.Points * gradientStep);
        WinogradBlock<T, V>.Patches(plan.Source, in plan.Geometry, in block, patches, patchStep);
        Gradients(in plan, in block, column, filters, width, gradients, gradientStep);
        TileOperands<T> operands = new() { LeftRowStep = 1, LeftColumnStep = inner, RightStep = width, Inner = tiles };
        for (nint point = 0; point < Winograd.Points; point++, patches += patchStep, gradients += gradientStep, sums += step)
        {
            operands.Left = patches;
            for (nint first = 0; first < width; first += 2 * V.Count)
            {
                operands.Right = gradients + first;
                ProductBlock<T, V>.Rows(operands, inner, Math.Min(2 * V.Count, width - first), sums + first, width, add);
            }
        }
    }

    private static void Gradients(in ConvolutionWeightPlan<T> plan, in ConvolutionBlock block, nint column, nint filters, nint width, T* points, nint step)
    {
        ConvolutionAxis y = plan.Geometry.Y, x = plan.Geometry.X;
        nint pixel = plan.Geometry.OutputChannels, pitch = x.Output * pixel, tiles = Partition.Count(x.Output, Winograd.Results);
        for (nint example = block.Example; example < block.ExampleEnd; example++)
        {
            for (nint row = block.Row; row < block.RowEnd; row += Winograd.Results, points += tiles * width)
            {
                T* line = plan.Gradient + (((example * y.Output) + row) * pitch) + column;
                WinogradResults<T, V>.GradientRow(line, pitch, pixel, y.Output - row, x.Output, points, step, filters);
            }
        }
    }
}

namespace ModelDsl.Kernels;

/// <summary>A convolution and what follows it. The convolution itself does not know the epilogue's type, so its code exists once.</summary>
internal readonly struct ConvolutionJob<T, TEpilogue>(in ConvolutionPlan<T> plan, TEpilogue epilogue) : IJob
    where T : unmanaged
    where TEpilogue : struct, IMap<T>
{
    private readonly ConvolutionPlan<T> plan = plan;

    public void Run(int part)
    {
        plan.Run(part);
        ConvolutionBlock block = plan.Block(part);
        ConvolutionAxis y = plan.Geometry.Y;
        nint width = plan.Geometry.X.Output, channels = plan.Geometry.OutputChannels, column = 0, columnEnd = channels;
        if (!plan.Depthwise)
        {
            (nint from, nint to) = plan.Panels(part);
            (nint last, nint count) = plan.Weights.Columns(to - 1);
            (column, columnEnd) = (plan.Weights.Columns(from).Column, last + count);
        }

        // A block of several examples has all their rows, so the rows of a block follow one another.
        nint row = (block.Example * y.Output) + (block.Row * y.OutputStep);
        nint rowEnd = ((block.ExampleEnd - 1) * y.Output) + Math.Min(y.Output, block.RowEnd * y.OutputStep);
        Map.Block<T, TEpilogue>(epilogue, row * width, rowEnd * width, column, columnEnd, channels);
    }
}

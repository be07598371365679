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
        nint column = 0, columnEnd = plan.Geometry.OutputChannels;
        if (!plan.Depthwise)
        {
            (nint from, nint to) = plan.Panels(part);
            (nint last, nint count) = plan.Weights.Columns(to - 1);
            (column, columnEnd) = (plan.Weights.Columns(from).Column, last + count);
        }

        plan.Geometry.Follow<T, TEpilogue>(epilogue, in block, column, columnEnd);
    }
}

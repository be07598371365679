namespace ModelDsl.Kernels;

/// <summary>A convolution in tiles of 2 × 2 results and what follows it. The convolution itself does not know the epilogue's type, so its code exists once.</summary>
internal readonly struct WinogradJob<T, TEpilogue>(in WinogradPlan<T> plan, TEpilogue epilogue) : IJob
    where T : unmanaged
    where TEpilogue : struct, IMap<T>
{
    private readonly WinogradPlan<T> plan = plan;

    public void Run(int part)
    {
        plan.Run(part);
        ConvolutionBlock block = plan.Block(part);
        (nint from, nint to) = plan.Filters(part);
        plan.Geometry.Follow<T, TEpilogue>(epilogue, in block, from, to);
    }
}

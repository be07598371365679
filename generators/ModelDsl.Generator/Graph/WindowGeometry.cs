namespace ModelDsl.Generator.Graph;

/// <summary>How a window slides over a map: the sizes of a convolution or a pooling. Padding on the far sides follows from the sizes of the output.</summary>
internal sealed record WindowGeometry(
    int InputHeight,
    int InputWidth,
    int InputChannels,
    int OutputHeight,
    int OutputWidth,
    int OutputChannels,
    int KernelHeight,
    int KernelWidth,
    int StrideHeight,
    int StrideWidth,
    int DilationHeight,
    int DilationWidth,
    int PaddingTop,
    int PaddingLeft,
    int Groups)
{
    /// <summary>The shape of the map that the window slides over.</summary>
    public Shape Input => new(InputHeight, InputWidth, InputChannels);

    /// <summary>The shape of the result, a pixel for each place of the window.</summary>
    public Shape Output => new(OutputHeight, OutputWidth, OutputChannels);

    /// <summary>The shape of a convolution's weights in memory.</summary>
    public Shape Weight => new(KernelHeight, KernelWidth, InputChannels / Groups, OutputChannels);

    /// <summary>The multiply-adds of a convolution, of one example.</summary>
    public long MultiplyAdds => Output.Size * KernelHeight * KernelWidth * (InputChannels / Groups);

    /// <summary>3×3 stride 2 over (32, 32, 16) to (16, 16, 32): what differs from the usual is named.</summary>
    public override string ToString()
    {
        string stride = (StrideHeight, StrideWidth) == (1, 1) ? string.Empty : $" stride {StrideHeight}×{StrideWidth}";
        string dilation = (DilationHeight, DilationWidth) == (1, 1) ? string.Empty : $" dilation {DilationHeight}×{DilationWidth}";
        string padding = (PaddingTop, PaddingLeft) == (0, 0) ? string.Empty : $" padding {PaddingTop}, {PaddingLeft}";
        string groups = Groups == 1 ? string.Empty : $" groups {Groups}";
        return $"{KernelHeight}×{KernelWidth}{stride}{dilation}{padding}{groups} over {Input} to {Output}";
    }
}

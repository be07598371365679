namespace ModelDsl;

/// <summary>
/// A convolution of each channel by itself: (height, width, channels) to (output height, output width, channels·multiplier), the filters of a channel
/// side by side. Sizes are those of <see cref="Conv2DAttribute"/>. Weight files hold <c>weight</c> as [channels·multiplier, 1, kernel height, kernel width]
/// and <c>bias</c> as [channels·multiplier].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConv2DAttribute : Convolution2DAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="kernelSize">The height and the width of the window, at least 1.</param>
    public DepthwiseConv2DAttribute(int kernelSize)
        : this(kernelSize, kernelSize)
    {
    }

    /// <summary>A window of any height and width.</summary>
    /// <param name="kernelHeight">The height of the window, at least 1.</param>
    /// <param name="kernelWidth">The width of the window, at least 1.</param>
    public DepthwiseConv2DAttribute(int kernelHeight, int kernelWidth)
    {
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>The height of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>How many filters each channel gets, at least 1; 1 by default.</summary>
    public int Multiplier { get; set; } = 1;
}

namespace ModelDsl;

/// <summary>
/// A convolution of each channel by itself, without bias, and then one of single pixels across the channels, with bias (Chollet 2017):
/// (height, width, channels) to (output height, output width, filters). Stride, dilation and padding are the first one's. Weight files hold
/// <c>depthwise</c> as [channels·multiplier, 1, kernel height, kernel width], <c>pointwise</c> as [filters, channels·multiplier, 1, 1] and <c>bias</c> as [filters].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SeparableConv2DAttribute : Convolution2DAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="filters">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
    /// <param name="kernelSize">The height and the width of the window, at least 1.</param>
    public SeparableConv2DAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A window of any height and width.</summary>
    /// <param name="filters">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
    /// <param name="kernelHeight">The height of the window, at least 1.</param>
    /// <param name="kernelWidth">The width of the window, at least 1.</param>
    public SeparableConv2DAttribute(int filters, int kernelHeight, int kernelWidth)
    {
        Filters = filters;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>The width of the output.</summary>
    public int Filters { get; }

    /// <summary>The height of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>How many filters each channel gets, at least 1; 1 by default.</summary>
    public int Multiplier { get; set; } = 1;
}

namespace ModelDsl;

/// <summary>
/// A transposed convolution: what <see cref="Conv2DAttribute"/> does to gradients, used to enlarge an image. (height, width, channels) to (output height,
/// output width, filters), where each output size is (size − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1
/// (<see cref="Padding.Same"/>: size·stride). Weight files hold <c>weight</c> as [channels, filters / groups, kernel height, kernel width] and
/// <c>bias</c> as [filters].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConvTranspose2DAttribute : Convolution2DAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="filters">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
    /// <param name="kernelSize">The height and the width of the window, at least 1.</param>
    public ConvTranspose2DAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A window of any height and width.</summary>
    /// <param name="filters">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
    /// <param name="kernelHeight">The height of the window, at least 1.</param>
    /// <param name="kernelWidth">The width of the window, at least 1.</param>
    public ConvTranspose2DAttribute(int filters, int kernelHeight, int kernelWidth)
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

    /// <summary>
    /// The number of groups, at least 1, that divide both channels and filters: each filter reads the channels of its own group only; 1 by default.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>Rows and columns added to the end of the output, less than the stride or the dilation: which of the sizes that shrink to the input's is meant; 0 by default.</summary>
    public int OutputPadding { get; set; }
}

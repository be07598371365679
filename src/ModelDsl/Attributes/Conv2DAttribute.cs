namespace ModelDsl;

/// <summary>
/// A convolution of an image: y[i, j, f] = b[f] + Σ x[i·stride + u·dilation − padding, j·stride + v·dilation − padding, c]·W[u, v, c, f] over the window's
/// places (u, v) and the channels c; (height, width, channels) to (output height, output width, filters), where each output size is
/// ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1 (<see cref="Padding.Same"/>: ⌈size / stride⌉). Weight files hold <c>weight</c> as
/// [filters, channels / groups, kernel height, kernel width] and <c>bias</c> as [filters].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv2DAttribute : Convolution2DAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="filters">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
    /// <param name="kernelSize">The height and the width of the window, at least 1.</param>
    public Conv2DAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A window of any height and width.</summary>
    /// <param name="filters">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
    /// <param name="kernelHeight">The height of the window, at least 1.</param>
    /// <param name="kernelWidth">The width of the window, at least 1.</param>
    public Conv2DAttribute(int filters, int kernelHeight, int kernelWidth)
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
}

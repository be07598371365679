namespace ModelDsl;

/// <summary>
/// A convolution along time: y[t, f] = b[f] + Σ x[t·stride + i·dilation − padding, c]·W[i, c, f] over the window's places i and the channels c;
/// (length, channels) to (output length, filters), where the output length is ⌊(length + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1
/// (<see cref="Padding.Same"/>: ⌈length / stride⌉). Weight files hold <c>weight</c> as [filters, channels / groups, kernel] and <c>bias</c> as [filters].
/// </summary>
/// <param name="filters">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
/// <param name="kernelSize">How many steps the window reads, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv1DAttribute(int filters, int kernelSize) : ConvolutionAttribute
{
    /// <summary>The width of the output.</summary>
    public int Filters { get; } = filters;

    /// <summary>How many steps the window reads.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>
    /// The number of groups, at least 1, that divide both channels and filters: each filter reads the channels of its own group only; 1 by default.
    /// </summary>
    public int Groups { get; set; } = 1;
}

namespace ModelDsl;

/// <summary>
/// The largest value of each window of an image, channel by channel (what lies outside the map never is): (height, width, channels) to (output height, output width, channels),
/// where each output size is ⌊(size + 2·padding − window) / stride⌋ + 1. What remains at the end is left out; <see cref="Padding.Same"/> keeps it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPool2DAttribute : Pool2DAttribute
{
    /// <summary>A square window.</summary>
    /// <param name="size">The height and the width of the window, at least 1.</param>
    public MaxPool2DAttribute(int size)
        : this(size, size)
    {
    }

    /// <summary>A window of any height and width.</summary>
    /// <param name="height">The height of the window, at least 1.</param>
    /// <param name="width">The width of the window, at least 1.</param>
    public MaxPool2DAttribute(int height, int width)
    {
        Height = height;
        Width = width;
    }

    /// <summary>The height of the window.</summary>
    public int Height { get; }

    /// <summary>The width of the window.</summary>
    public int Width { get; }
}

namespace ModelDsl;

/// <summary>Surrounds an image with zeros: (height, width, channels) to (top + height + bottom, left + width + right, channels).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ZeroPadding2DAttribute : LayerAttribute
{
    /// <summary>The same on all four sides.</summary>
    /// <param name="size">The rows and columns on each side, at least 0.</param>
    public ZeroPadding2DAttribute(int size)
        : this(size, size)
    {
    }

    /// <summary>The same on opposite sides.</summary>
    /// <param name="height">The rows at the top, and at the bottom, at least 0.</param>
    /// <param name="width">The columns at the left, and at the right, at least 0.</param>
    public ZeroPadding2DAttribute(int height, int width)
        : this(height, height, width, width)
    {
    }

    /// <summary>Each side by itself.</summary>
    /// <param name="top">The rows at the top, at least 0.</param>
    /// <param name="bottom">The rows at the bottom, at least 0.</param>
    /// <param name="left">The columns at the left, at least 0.</param>
    /// <param name="right">The columns at the right, at least 0.</param>
    public ZeroPadding2DAttribute(int top, int bottom, int left, int right)
    {
        Top = top;
        Bottom = bottom;
        Left = left;
        Right = right;
    }

    /// <summary>The rows at the top.</summary>
    public int Top { get; }

    /// <summary>The rows at the bottom.</summary>
    public int Bottom { get; }

    /// <summary>The columns at the left.</summary>
    public int Left { get; }

    /// <summary>The columns at the right.</summary>
    public int Right { get; }
}

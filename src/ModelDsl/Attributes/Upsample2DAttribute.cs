namespace ModelDsl;

/// <summary>Enlarges an image by whole factors: (height, width, channels) to (height·factor, width·factor, channels).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Upsample2DAttribute : LayerAttribute
{
    /// <summary>The same factor for height and width.</summary>
    /// <param name="factor">The factor, at least 1.</param>
    public Upsample2DAttribute(int factor)
        : this(factor, factor)
    {
    }

    /// <summary>A factor for each.</summary>
    /// <param name="height">The factor of the height, at least 1.</param>
    /// <param name="width">The factor of the width, at least 1.</param>
    public Upsample2DAttribute(int height, int width)
    {
        Height = height;
        Width = width;
    }

    /// <summary>The factor of the height.</summary>
    public int Height { get; }

    /// <summary>The factor of the width.</summary>
    public int Width { get; }

    /// <summary>How the new pixels are found; <see cref="Interpolation.Nearest"/> by default.</summary>
    public Interpolation Interpolation { get; set; }
}

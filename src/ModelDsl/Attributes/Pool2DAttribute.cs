using System.ComponentModel;

namespace ModelDsl;

/// <summary>What poolings of images have in common: each option for both axes, or for one of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Pool2DAttribute : PoolAttribute
{
    /// <summary>The stride along the height, at least 1; 0, the default: <see cref="PoolAttribute.Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The stride along the width, at least 1; 0, the default: <see cref="PoolAttribute.Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>The padding at the top and at the bottom, at least 0; −1, the default: <see cref="WindowAttribute.PaddingSize"/>.</summary>
    public int PaddingHeight { get; set; } = -1;

    /// <summary>The padding at the left and at the right, at least 0; −1, the default: <see cref="WindowAttribute.PaddingSize"/>.</summary>
    public int PaddingWidth { get; set; } = -1;

    private protected Pool2DAttribute()
    {
    }
}

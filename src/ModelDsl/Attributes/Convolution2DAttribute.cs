using System.ComponentModel;

namespace ModelDsl;

/// <summary>What convolutions of images have in common: each option for both axes, or for one of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Convolution2DAttribute : ConvolutionAttribute
{
    /// <summary>The stride along the height, at least 1; 0, the default: <see cref="ConvolutionAttribute.Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The stride along the width, at least 1; 0, the default: <see cref="ConvolutionAttribute.Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>The dilation along the height, at least 1; 0, the default: <see cref="ConvolutionAttribute.Dilation"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>The dilation along the width, at least 1; 0, the default: <see cref="ConvolutionAttribute.Dilation"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>The padding at the top and at the bottom, at least 0; −1, the default: <see cref="WindowAttribute.PaddingSize"/>.</summary>
    public int PaddingHeight { get; set; } = -1;

    /// <summary>The padding at the left and at the right, at least 0; −1, the default: <see cref="WindowAttribute.PaddingSize"/>.</summary>
    public int PaddingWidth { get; set; } = -1;

    private protected Convolution2DAttribute()
    {
    }
}

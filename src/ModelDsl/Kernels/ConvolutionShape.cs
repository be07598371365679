using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// The sizes of a convolution (a cross-correlation, as everywhere in this field) of images (height, width, channels). A convolution of sequences has
/// a height of 1. Group g of the filters sees group g of the channels; weights are (kernel height, kernel width, channels / groups, filters).
/// </summary>
/// <param name="InputHeight">The rows of an image.</param>
/// <param name="InputWidth">The pixels of a row.</param>
/// <param name="InputChannels">The channels of a pixel, a multiple of the groups.</param>
/// <param name="OutputHeight">The rows of a result.</param>
/// <param name="OutputWidth">The pixels of a row of a result.</param>
/// <param name="Filters">The channels of a pixel of a result, a multiple of the groups.</param>
/// <param name="KernelHeight">The rows of the kernel.</param>
/// <param name="KernelWidth">The columns of the kernel.</param>
/// <param name="StrideHeight">The rows of the image from one row of the result to the next, 1 or more.</param>
/// <param name="StrideWidth">The pixels of the image from one pixel of the result to the next, 1 or more.</param>
/// <param name="DilationHeight">The rows of the image from one row of the kernel to the next, 1 or more.</param>
/// <param name="DilationWidth">The pixels of the image from one column of the kernel to the next, 1 or more.</param>
/// <param name="PaddingTop">The rows of zeros above the image; what is missing below follows from the other sizes.</param>
/// <param name="PaddingLeft">The pixels of zeros to the left of the image; what is missing to the right follows from the other sizes.</param>
/// <param name="Groups">The number of groups, 1 or more.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ConvolutionShape(
    int InputHeight,
    int InputWidth,
    int InputChannels,
    int OutputHeight,
    int OutputWidth,
    int Filters,
    int KernelHeight,
    int KernelWidth,
    int StrideHeight,
    int StrideWidth,
    int DilationHeight,
    int DilationWidth,
    int PaddingTop,
    int PaddingLeft,
    int Groups)
{
    /// <summary>The multiply-adds of one example.</summary>
    internal nint Work => (nint)OutputHeight * OutputWidth * KernelHeight * KernelWidth * (InputChannels / Groups) * Filters;

    /// <summary>Whether each channel is a group with one filter.</summary>
    internal bool Depthwise => Groups > 1 && Groups == InputChannels && Groups == Filters;

    /// <summary>Whether pixels of the result are products of pixels of the image and the weights.</summary>
    internal bool Pointwise =>
        KernelHeight == 1 && KernelWidth == 1 && StrideHeight == 1 && StrideWidth == 1 && PaddingTop == 0 && PaddingLeft == 0 && Groups == 1
        && OutputHeight == InputHeight && OutputWidth == InputWidth;

    /// <summary>Whether the kernel covers the image, so that a result is the product of a whole image and the weights.</summary>
    internal bool Global =>
        OutputHeight == 1 && OutputWidth == 1 && KernelHeight == InputHeight && KernelWidth == InputWidth && PaddingTop == 0 && PaddingLeft == 0
        && DilationHeight == 1 && DilationWidth == 1 && Groups == 1;
}

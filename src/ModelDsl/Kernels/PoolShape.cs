using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>The sizes of a pooling over images that are stored as (example, height, width, channels).</summary>
/// <param name="InputHeight">The height of the input in pixels.</param>
/// <param name="InputWidth">The width of the input in pixels.</param>
/// <param name="Channels">The number of channels.</param>
/// <param name="OutputHeight">The height of the output in pixels.</param>
/// <param name="OutputWidth">The width of the output in pixels.</param>
/// <param name="WindowHeight">The height of the window in pixels.</param>
/// <param name="WindowWidth">The width of the window in pixels.</param>
/// <param name="StrideHeight">How many rows the window moves for each row of the output.</param>
/// <param name="StrideWidth">How many columns the window moves for each column of the output.</param>
/// <param name="PaddingTop">How many rows the first window starts above the input.</param>
/// <param name="PaddingLeft">How many columns the first window starts to the left of the input.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PoolShape(
    int InputHeight,
    int InputWidth,
    int Channels,
    int OutputHeight,
    int OutputWidth,
    int WindowHeight,
    int WindowWidth,
    int StrideHeight,
    int StrideWidth,
    int PaddingTop,
    int PaddingLeft)
{
    internal int Window => WindowHeight * WindowWidth;

    /// <summary>Whether windows neither overlap nor leave gaps nor reach beyond the input.</summary>
    internal bool IsTiling =>
        WindowHeight == StrideHeight && WindowWidth == StrideWidth && PaddingTop == 0 && PaddingLeft == 0
        && OutputHeight > 0 && OutputHeight * WindowHeight <= InputHeight && OutputWidth * WindowWidth <= InputWidth;

    internal PoolAxis Vertical => new(InputHeight, OutputHeight, WindowHeight, StrideHeight, PaddingTop);

    internal PoolAxis Horizontal => new(InputWidth, OutputWidth, WindowWidth, StrideWidth, PaddingLeft);
}

using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The minimal filtering algorithm F(2×2, 3×3) (Lavin and Gray 2016, "Fast Algorithms for Convolutional Neural Networks", §4.1): a tile of 2 × 2 results,
/// Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A, takes 16 multiplications of transformed patches d and weights g instead of 36. Summed over channels, the products of all
/// tiles at one of the 16 points are one product of matrices.
/// </summary>
internal static class Winograd
{
    /// <summary>The results of a tile along an axis.</summary>
    internal const int Results = 2;

    /// <summary>The pixels of a tile's patch along an axis.</summary>
    internal const int Patch = 4;

    /// <summary>The points at which transformed patches and weights are multiplied.</summary>
    internal const int Points = Patch * Patch;

    /// <summary>The patches and results of a part at the points, in elements: they stay in the second level of the cache.</summary>
    private const int PartElements = 1 << 16;

    private const int Line = 64;

    /// <summary>The fewest channels and filters with which the products outweigh the transforms.</summary>
    private const int MinChannels = 16;

    /// <summary>Whether a convolution and its gradients are computed in tiles.</summary>
    internal static bool Fits(in ConvolutionShape shape) =>
        shape is { KernelHeight: 3, KernelWidth: 3, StrideHeight: 1, StrideWidth: 1, DilationHeight: 1, DilationWidth: 1, Groups: 1 }
        && Math.Min(shape.InputChannels, shape.Filters) >= MinChannels
        && Math.Min(shape.OutputHeight, shape.OutputWidth) > Results;

    /// <summary>The tiles that are computed at once.</summary>
    internal static nint TilesOfPart(in ConvolutionGeometry geometry) => PartElements / (Points * (geometry.SourceChannels + geometry.OutputChannels));

    /// <summary>From one point to the next, for so many elements: an odd number of lines of the cache, so that a tile's points do not drive each other out.</summary>
    internal static nint Step<T>(nint elements)
        where T : unmanaged => (Partition.Count(elements * Unsafe.SizeOf<T>(), Line) | 1) * Line / Unsafe.SizeOf<T>();
}

/// <summary>The rows and columns, from the first pixel of a row of patches on, that lie inside the source; the ends are exclusive.</summary>
internal readonly record struct WinogradInside(nint Row, nint RowEnd, nint Column, nint ColumnEnd)
{
    /// <summary>Whether all rows of a patch do.</summary>
    internal bool HasAllRows => Row <= 0 && RowEnd >= Winograd.Patch;

    /// <summary>Whether a row does.</summary>
    internal bool HasRow(nint row) => row >= Row && row < RowEnd;

    /// <summary>Whether a column does.</summary>
    internal bool HasColumn(nint column) => column >= Column && column < ColumnEnd;
}

namespace ModelDsl.Kernels;

/// <summary>
/// A block of the left operand. Tiles read it where it lies, unless its rows are a multiple of half a page apart: then the lines of the rows of a
/// tile share a few places of the cache and drive each other out, and a copy whose rows are an odd number of lines apart is read instead.
/// </summary>
internal static unsafe class LeftBlock
{
    private const int Line = 64;
    private const int CrowdedDistance = 2048;

    /// <summary>Panels of the right operand that read the block; for fewer, the copy is not worth its time.</summary>
    private const int PanelsWorthCopying = 4;

    /// <summary>Whether neighbours of a column lie so far apart that they share places of the cache.</summary>
    internal static bool IsCrowded<T>(Matrix<T> source)
        where T : unmanaged => source.Transposed && source.Stride * sizeof(T) % CrowdedDistance == 0;

    /// <summary>The block of <paramref name="rows"/> × <paramref name="columns"/> that <paramref name="source"/> starts with, for <paramref name="panels"/> panels.</summary>
    internal static Matrix<T> Of<T>(Matrix<T> source, nint rows, nint columns, nint panels)
        where T : unmanaged
    {
        if (panels < PanelsWorthCopying || source.Stride * sizeof(T) % CrowdedDistance != 0)
        {
            return source;
        }

        (nint count, nint length) = source.Transposed ? (columns, rows) : (rows, columns);
        nint stride = (Partition.Count(length * sizeof(T), Line) | 1) * Line / sizeof(T);
        T* copy = Scratch.Rent<T>(Scratch.LeftBlock, count * stride);
        for (nint i = 0; i < count; i++)
        {
            new ReadOnlySpan<T>(source.Data + (i * source.Stride), (int)length).CopyTo(new Span<T>(copy + (i * stride), (int)length));
        }

        return new Matrix<T>(new Address<T>(copy), stride, source.Transposed);
    }
}

namespace ModelDsl.Kernels;

/// <summary>
/// A convolution or the gradient of its input, seen as a walk over a source. What lies outside the source is zero, and where any of that is read,
/// the rows that a part needs are copied with their borders.
/// </summary>
internal readonly unsafe struct ConvolutionGeometry
{
    internal readonly ConvolutionAxis Y;
    internal readonly ConvolutionAxis X;
    internal readonly int SourceChannels;
    internal readonly int OutputChannels;
    internal readonly int Groups;

    /// <summary>Whether the source is read from a copy with borders.</summary>
    internal readonly bool Copied;

    /// <summary>From one row of the source, or of its copy, to the next.</summary>
    internal readonly nint Pitch;

    private ConvolutionGeometry(ConvolutionAxis y, ConvolutionAxis x, int sourceChannels, int outputChannels, int groups)
    {
        (Y, X, SourceChannels, OutputChannels, Groups) = (y, x, sourceChannels, outputChannels, groups);
        Copied = !y.Inside || !x.Inside;
        Pitch = (nint)(Copied ? x.Extent(x.Steps) : x.Source) * sourceChannels;
    }

    /// <summary>The channels of a group of the source.</summary>
    internal int Inner => SourceChannels / Groups;

    /// <summary>The channels of a group of the output.</summary>
    internal int Columns => OutputChannels / Groups;

    internal static ConvolutionGeometry Forward(in ConvolutionShape shape) =>
        new(
            ConvolutionAxis.Forward(shape.InputHeight, shape.OutputHeight, shape.KernelHeight, shape.StrideHeight, shape.DilationHeight, shape.PaddingTop),
            ConvolutionAxis.Forward(shape.InputWidth, shape.OutputWidth, shape.KernelWidth, shape.StrideWidth, shape.DilationWidth, shape.PaddingLeft),
            shape.InputChannels,
            shape.Filters,
            shape.Groups);

    internal static ConvolutionGeometry Gradient(in ConvolutionShape shape) =>
        new(
            ConvolutionAxis.Gradient(shape.InputHeight, shape.OutputHeight, shape.KernelHeight, shape.StrideHeight, shape.DilationHeight, shape.PaddingTop),
            ConvolutionAxis.Gradient(shape.InputWidth, shape.OutputWidth, shape.KernelWidth, shape.StrideWidth, shape.DilationWidth, shape.PaddingLeft),
            shape.Filters,
            shape.InputChannels,
            shape.Groups);

    /// <summary>Where a tap with these offsets lies, from the start of a region on.</summary>
    internal nint Offset(int y, int x) => ((y - Y.First) * Pitch) + ((nint)(x - X.First) * SourceChannels);

    /// <summary>The source of the results of some rows of some examples, from the tap with the smallest offsets of the first result on.</summary>
    /// <param name="source">All examples.</param>
    /// <param name="block">The examples and steps along the height.</param>
    /// <param name="examplePitch">From one example to the next.</param>
    internal T* Region<T>(T* source, in ConvolutionBlock block, out nint examplePitch)
        where T : unmanaged
    {
        nint row = (nint)X.Source * SourceChannels, first = (block.Row * Y.SourceStep) + Y.First;
        source += block.Example * Y.Source * row;
        if (!Copied)
        {
            examplePitch = Y.Source * row;
            return source + (first * row) + (X.First * SourceChannels);
        }

        int rows = Y.Extent((int)(block.RowEnd - block.Row));
        examplePitch = rows * Pitch;
        nint examples = block.ExampleEnd - block.Example;
        T* copy = Scratch.Rent<T>(Scratch.ConvolutionRegion, examples * examplePitch);
        for (nint example = 0; example < examples; example++, source += Y.Source * row)
        {
            Copy(source, copy + (example * examplePitch), first, rows);
        }

        return copy;
    }

    /// <summary>The element-wise work that follows, on the results of a block in some columns.</summary>
    internal void Follow<T, TEpilogue>(TEpilogue epilogue, in ConvolutionBlock block, nint column, nint columnEnd)
        where T : unmanaged
        where TEpilogue : struct, IMap<T>
    {
        // A block of several examples has all their rows, so the rows of a block follow one another.
        nint row = (block.Example * Y.Output) + (block.Row * Y.OutputStep);
        nint rowEnd = ((block.ExampleEnd - 1) * Y.Output) + Math.Min(Y.Output, block.RowEnd * Y.OutputStep);
        Map.Block<T, TEpilogue>(epilogue, row * X.Output, rowEnd * X.Output, column, columnEnd, OutputChannels);
    }

    private void Copy<T>(T* source, T* copy, nint first, int rows)
        where T : unmanaged
    {
        int width = (int)(Pitch / SourceChannels), from = Math.Clamp(-X.First, 0, width), to = Math.Clamp(X.Source - X.First, from, width);
        nint row = (nint)X.Source * SourceChannels;
        int before = from * SourceChannels, inside = (to - from) * SourceChannels, pitch = (int)Pitch;
        for (nint y = first; y < first + rows; y++, copy += Pitch)
        {
            Span<T> line = new(copy, pitch);
            if (y < 0 || y >= Y.Source || inside == 0)
            {
                line.Clear();
                continue;
            }

            line[..before].Clear();
            new ReadOnlySpan<T>(source + (y * row) + ((nint)(X.First + from) * SourceChannels), inside).CopyTo(line[before..]);
            line[(before + inside)..].Clear();
        }
    }
}

/// <summary>Some examples and some steps along the height; the ends are exclusive.</summary>
internal readonly record struct ConvolutionBlock(nint Example, nint ExampleEnd, nint Row, nint RowEnd);

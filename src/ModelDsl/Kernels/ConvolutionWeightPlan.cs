namespace ModelDsl.Kernels;

/// <summary>
/// The gradient of a convolution's weights: its operands and how its sums over examples and pixels are cut. Chunks of examples and rows each have a sum of
/// their own, and these are added by a fixed tree. The number of chunks follows from the sizes alone, so no bit depends on the number of threads.
/// </summary>
internal readonly unsafe struct ConvolutionWeightPlan<T>
    where T : unmanaged
{
    /// <summary>The results that are read at once, so that a panel of their gradients stays in the first level of the cache.</summary>
    private const int UnitPixels = 256;

    /// <summary>The most elements of the source that are read at once.</summary>
    private const int UnitElements = 1 << 15;

    private const int MaxChunks = 32;

    /// <summary>The results of a chunk, so that adding the chunks' sums costs little beside summing.</summary>
    private const int ChunkPixels = 1024;

    /// <summary>The multiply-adds of a chunk.</summary>
    private const int ChunkWork = 1 << 20;

    /// <summary>The most elements of the sums of all chunks.</summary>
    private const int MaxSums = 1 << 17;

    /// <summary>The results of a chunk that is summed in tiles: adding the sums is little beside bringing them back to the taps.</summary>
    private const int TiledChunkPixels = 512;

    /// <summary>The most elements of the sums of all chunks that are summed in tiles.</summary>
    private const int MaxTiledSums = 1 << 20;

    /// <summary>Up to this many parts the weights are shared out too.</summary>
    private const int FewParts = 16;

    internal readonly T* Source;
    internal readonly T* Gradient;
    internal readonly ConvolutionGeometry Geometry;
    internal readonly bool Depthwise;

    /// <summary>Whether sums run over tiles of results.</summary>
    internal readonly bool Tiled;

    /// <summary>The rows of the weights that lie side by side in the source: all of a row of the kernel, or those of a tap.</summary>
    internal readonly int RunLength;

    /// <summary>The number of runs.</summary>
    internal readonly int Runs;

    /// <summary>The panels of filters of all groups.</summary>
    internal readonly int Panels;

    internal readonly nint Chunks;
    internal readonly nint Size;
    private readonly T* destination;
    private readonly T* sums;
    private readonly nint batch;
    private readonly nint examples;
    private readonly nint rowUnits;
    private readonly nint unitStep;
    private readonly nint weightParts;

    internal ConvolutionWeightPlan(Address<T> source, Address<T> gradient, Address<T> destination, nint batch, in ConvolutionShape shape)
    {
        Source = source.Pointer;
        Gradient = gradient.Pointer;
        this.destination = destination.Pointer;
        this.batch = batch;
        Geometry = ConvolutionGeometry.Forward(in shape);
        Depthwise = shape.Depthwise;
        Tiled = Winograd.Fits(in shape);
        bool whole = Geometry.Groups == 1 && shape.DilationWidth == 1;
        (RunLength, Runs) = whole ? (shape.KernelWidth * Geometry.Inner, shape.KernelHeight) : (Geometry.Inner, shape.KernelHeight * shape.KernelWidth);
        Panels = (int)Partition.Count(Geometry.Columns, 2 * Simd.Count<T>()) * shape.Groups;
        Size = (nint)shape.KernelHeight * shape.KernelWidth * Geometry.Inner * shape.Filters;

        int width = shape.OutputWidth, height = shape.OutputHeight;
        unitStep = Tiled ? Winograd.Results : 1;
        nint rows = Tiled
            ? Winograd.TilesOfPart(in Geometry) / Partition.Count(width, Winograd.Results) * Winograd.Results
            : Math.Min(UnitPixels / width, UnitElements / (Geometry.Y.SourceStep * Geometry.Pitch));
        rows = Math.Clamp(rows, unitStep, Math.Max(1, batch) * (height + 1));
        examples = Math.Max(1, rows / height);
        rowUnits = rows >= height ? 1 : Partition.Count(height, rows);
        nint pixels = batch * height * width, sizes = (Tiled ? MaxTiledSums : MaxSums) / Math.Max(1, Size);
        Chunks = Math.Min(Math.Min(Units, MaxChunks), Math.Min(pixels / (Tiled ? TiledChunkPixels : ChunkPixels), Math.Min(shape.Work * batch / ChunkWork, sizes)));
        Chunks = Math.Max(1, Partition.Equally(Chunks));
        weightParts = Depthwise || (Tiled && Chunks > 1) ? 1 : Math.Clamp(Math.Min(FewParts / Chunks, shape.Work * batch / Chunks / ChunkWork), 1, Pieces);
        sums = Chunks > 1 ? Scratch.Rent<T>(Scratch.ConvolutionSums, (Chunks - 1) * Size) : null;
    }

    /// <summary>The number of parts.</summary>
    internal int Parts => checked((int)(Chunks * weightParts));

    /// <summary>Tiles have all taps of a panel at once.</summary>
    private nint Pieces => Tiled ? Panels : (nint)Panels * Runs;

    private nint Units => Partition.Count(batch, examples) * rowUnits;

    /// <summary>The sums of a chunk.</summary>
    internal T* Sums(nint chunk) => chunk == 0 ? destination : sums + ((chunk - 1) * Size);

    /// <summary>The units of a part.</summary>
    internal (nint From, nint To) UnitsOf(int part)
    {
        nint chunk = part / weightParts;
        return (chunk * Units / Chunks, (chunk + 1) * Units / Chunks);
    }

    /// <summary>The pieces of the weights of a part: runs of a panel follow one another.</summary>
    internal (nint From, nint To) PiecesOf(int part)
    {
        nint place = part % weightParts;
        return (place * Pieces / weightParts, (place + 1) * Pieces / weightParts);
    }

    /// <summary>The chunk of a part.</summary>
    internal nint ChunkOf(int part) => part / weightParts;

    /// <summary>The examples and rows of a unit.</summary>
    internal ConvolutionBlock Block(nint unit)
    {
        nint height = Geometry.Y.Output, steps = Partition.Count(height, unitStep), row = unit % rowUnits, example = unit / rowUnits * examples;
        return new ConvolutionBlock(
            example,
            Math.Min(batch, example + examples),
            row * steps / rowUnits * unitStep,
            Math.Min(height, (row + 1) * steps / rowUnits * unitStep));
    }

    /// <summary>Where the elements of the results' gradient of a block begin: its rows follow one another.</summary>
    internal T* GradientOf(in ConvolutionBlock block) =>
        Gradient + (((block.Example * Geometry.Y.Output) + block.Row) * Geometry.X.Output * Geometry.OutputChannels);
}

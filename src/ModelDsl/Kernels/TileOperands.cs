namespace ModelDsl.Kernels;

/// <summary>
/// What a register tile reads. Distances are in elements; the left operand may lie in any order, because its elements are read one by one,
/// so only a right operand that lies along its columns must be packed.
/// </summary>
internal unsafe struct TileOperands<T>
    where T : unmanaged
{
    /// <summary>The first element of the left operand's rows.</summary>
    internal T* Left;

    /// <summary>From one row of the left operand to the next.</summary>
    internal nint LeftRowStep;

    /// <summary>From one column of the left operand to the next.</summary>
    internal nint LeftColumnStep;

    /// <summary>The first element of the right operand's columns, which lie side by side.</summary>
    internal T* Right;

    /// <summary>From one row of the right operand to the next.</summary>
    internal nint RightStep;

    /// <summary>The length of the sums, or of each run of the left operand.</summary>
    internal nint Inner;

    /// <summary>The tiles of equal height that follow one another, row after row; 0 as 1.</summary>
    internal nint Tiles;

    /// <summary>From the left operand's rows of one tile to those of the next.</summary>
    internal nint LeftTileStep;

    /// <summary>The number of runs that the left operand's rows consist of; 0 where they are whole.</summary>
    internal nint Segments;

    /// <summary>Where the runs begin, from <see cref="Left"/> on; the right operand's rows follow one another through all runs.</summary>
    internal nint* Offsets;

    /// <summary>What is fetched meanwhile; nothing by default.</summary>
    internal TileAhead<T> Ahead;
}

namespace ModelDsl.Kernels;

/// <summary>
/// Rows of the head that comes next, which tiles of this one fetch: a head's rows are short and far apart, so the processor does not foresee them, and what is written
/// without being near costs even more than what is read. With its row t a tile fetches row t of that head. A hint: no result depends on it.
/// </summary>
/// <param name="first">Row 0 of what is fetched; <c>null</c> where only the rows are that the next tile writes.</param>
/// <param name="second">Row 0 of what is fetched besides, the same distance apart, or <c>null</c>.</param>
/// <param name="stride">From one row to the next.</param>
internal readonly unsafe struct AttentionAhead<T>(T* first, T* second, nint stride)
    where T : unmanaged
{
    private readonly T* first = first;
    private readonly T* second = second;
    private readonly nint stride = stride;

    /// <summary>Whether there are no such rows.</summary>
    internal bool IsEmpty => first == null;

    /// <summary>What tiles fetch of these rows: some numbers of each.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="column">The first number.</param>
    /// <param name="width">The numbers of a row.</param>
    /// <param name="height">The rows of a tile.</param>
    /// <param name="tiles">The tiles.</param>
    /// <param name="result">Where the first tile writes: the last fetches no row behind its own.</param>
    internal TileAhead<T> Of(nint row, nint column, nint width, nint height, nint tiles, T* result)
    {
        nint runs = IsEmpty ? 0 : second == null ? 1 : 2;
        return new TileAhead<T>
        {
            Fetches = true,
            Start = first + (row * stride) + column,
            Runs = runs,
            RunEnd = width - 1,
            RunStep = (nint)(second - first),
            RowStep = stride,
            TileStep = height * stride,
            Tiles = tiles,
            Next = result,
            LastRuns = runs,
        };
    }
}

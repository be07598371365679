namespace ModelDsl.Kernels;

/// <summary>
/// What tiles fetch from distant levels of the cache while they compute: with each of their rows, a row of the result that the next tile writes, and a few runs, of at
/// most two vectors, of what is read later. Spread over the sums, as lines under way have few places, and the tile's own operands would wait for one.
/// </summary>
internal unsafe struct TileAhead<T>
    where T : unmanaged
{
    /// <summary>Whether anything is fetched.</summary>
    internal bool Fetches;

    /// <summary>Where the first tile's share of the runs begins.</summary>
    internal T* Start;

    /// <summary>The runs that go with a row of a tile; more than there are do no harm.</summary>
    internal nint Runs;

    /// <summary>The last element of a run, which may lie on another line than its first.</summary>
    internal nint RunEnd;

    /// <summary>From one run to the next.</summary>
    internal nint RunStep;

    /// <summary>From the runs of one row of a tile to those of the next.</summary>
    internal nint RowStep;

    /// <summary>From the share of one tile to that of the next.</summary>
    internal nint TileStep;

    /// <summary>
    /// The tiles of the panel that are still to be computed. What lies behind the rows of the last may be another thread's, which would have to bring it back: line by line, from a core that may be far away.
    /// </summary>
    internal nint Tiles;

    /// <summary>The row of the result that the last tile fetches first, of those that are written next.</summary>
    internal T* Next;

    /// <summary>The runs that go with a row of the last tile.</summary>
    internal nint LastRuns;
}

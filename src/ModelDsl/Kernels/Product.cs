namespace ModelDsl.Kernels;

/// <summary>
/// A matrix product in blocks (Goto and van de Geijn 2008, "Anatomy of high-performance matrix multiplication"): the right operand in panels two
/// vectors wide, the rows in parts that threads share, the inner dimension in blocks whose panel stays in the second level of the cache.
/// </summary>
internal readonly unsafe struct Product<T, TEpilogue>(
    Matrix<T> a, Matrix<T> b, Address<T> c, nint rows, nint inner, nint columns, bool accumulate, TEpilogue epilogue) : ISimdWork<T>
    where T : unmanaged
    where TEpilogue : struct, IMap<T>
{
    /// <summary>From this many rows on, a panel is used often enough to pay for a copy in which its rows follow one another.</summary>
    private const int RowsWorthPacking = 96;

    /// <summary>How many parts the rows are cut into at most: enough to balance, few enough that a panel is used several times in each.</summary>
    private const int MaxParts = 16;

    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        nint width = RightPanels<T>.Width<V>();
        nint inPlace = b.Transposed || rows >= RowsWorthPacking ? 0 : columns / width * width;
        RightPanels<T> panels = RightPanels<T>.Pack<V>(b, inner, inPlace, columns);

        // 12 rows of two vectors fit the 32 registers of 512 bits, 6 rows the 16 registers of narrower ones.
        int tileRows = V.Count * sizeof(T) == 64 ? 12 : 6;
        nint tiles = (rows + tileRows - 1) / tileRows;
        nint partRows = (tiles + MaxParts - 1) / MaxParts * tileRows;
        ProductPart<T, V, TEpilogue> part = new(a, panels, c, rows, inner, columns, accumulate, epilogue, tileRows, partRows);
        int parts = (int)((rows + partRows - 1) / partRows);
        if (Workers.Worth(2 * rows * inner * columns))
        {
            Workers.Run(in part, parts);
            return;
        }

        for (int i = 0; i < parts; i++)
        {
            part.Run(i);
        }
    }
}

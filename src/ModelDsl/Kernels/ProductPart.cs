namespace ModelDsl.Kernels;

/// <summary>Some rows of a product: tile by tile, and then the epilogue on them.</summary>
internal readonly unsafe struct ProductPart<T, V, TEpilogue>(
    Matrix<T> a,
    RightPanels<T> panels,
    Address<T> c,
    nint rows,
    nint inner,
    nint columns,
    bool accumulate,
    TEpilogue epilogue,
    int tileRows,
    nint partRows) : IJob
    where T : unmanaged
    where V : struct, ISimd<V, T>
    where TEpilogue : struct, IMap<T>
{
    /// <summary>The rows of a panel that are used for all rows of the result before the next: 128 KB of 512-bit vectors.</summary>
    private const int InnerBlock = 1024;

    public void Run(int part)
    {
        nint from = part * partRows, to = Math.Min(rows, from + partRows);
        for (nint start = 0; start == 0 || start < inner; start += InnerBlock)
        {
            nint length = Math.Min(InnerBlock, inner - start);
            for (nint column = 0; column < columns; column += RightPanels<T>.Width<V>())
            {
                for (nint row = from; row < to; row += tileRows)
                {
                    Tile(row, Math.Min(tileRows, to - row), column, start, length);
                }
            }
        }

        Map.Block<T, TEpilogue>(epilogue, from, to, 0, columns, columns);
    }

    private void Tile(nint row, nint height, nint column, nint start, nint length)
    {
        TileOperands<T> operands = new()
        {
            Left = a.Data + (row * a.RowStep) + (start * a.ColumnStep),
            LeftRowStep = a.RowStep,
            LeftColumnStep = a.ColumnStep,
            Right = panels.At(column, start, out nint step),
            RightStep = step,
            Inner = length,
        };
        T* place = c.Pointer + (row * columns) + column;
        bool add = accumulate || start > 0;
        nint width = RightPanels<T>.Width<V>();
        if (column + width <= columns)
        {
            Tiles<T, V>.Multiply(operands, height, place, columns, add);
            return;
        }

        // The last panel is narrower than a tile: the tile is computed beside the result and its valid columns are copied.
        T* whole = Scratch.Rent<T>(Scratch.Tile, tileRows * width);
        Tiles<T, V>.Multiply(operands, height, whole, width, accumulate: false);
        for (nint i = 0; i < height; i++)
        {
            Copy(new Address<T>(whole + (i * width)), new Address<T>(place + (i * columns)), (int)(columns - column), add);
        }
    }

    private static void Copy(Address<T> source, Address<T> destination, int count, bool add)
    {
        for (int done = 0; done < count; done += V.Count)
        {
            V value = V.Load(source + done);
            V.Store(add ? V.Load(destination + done, count - done) + value : value, destination + done, count - done);
        }
    }
}

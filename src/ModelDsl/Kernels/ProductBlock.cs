namespace ModelDsl.Kernels;

/// <summary>What <see cref="ProductBlock{T, V}"/> and those who plan it agree on.</summary>
internal static class ProductBlock
{
    /// <summary>
    /// The most rows of a panel of the right operand. With two vectors of 64 bytes in a row it is more than the first level of the cache holds, but a row serves some twenty
    /// multiply-adds, in which the next one comes from the second level; longer sums read and write the result less often.
    /// </summary>
    internal const int MaxInner = 512;

    /// <summary>The blocks that the inner dimension is cut into.</summary>
    internal static nint Blocks(nint inner) => Math.Max(1, Partition.Count(inner, MaxInner));
}

/// <summary>
/// A block of a matrix product (Goto and van de Geijn 2008, "Anatomy of high-performance matrix multiplication"): for each block of the inner
/// dimension and each panel of the right operand, two vectors wide, the tiles of all rows.
/// </summary>
internal static unsafe class ProductBlock<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>
    /// From this many tiles on, a panel is used often enough to pay for a copy in which its rows follow one another. With tiles of 12 rows, which have 24 multiply-adds for each
    /// row of the panel, products were measured to be 1.02 to 1.04 times as fast without copies on a processor that does 512 bits in two halves, and 1.02 to 1.06 times on one that does them
    /// at once; with tiles of 6 rows, up to 1.37 times as slow where rows lie 1.5 KB apart or more, and about as fast where they lie nearer.
    /// </summary>
    private static nint TilesWorthPacking => Tiles<T, V>.MaxRows == 12 ? nint.MaxValue : 8;

    /// <summary>The columns of a panel.</summary>
    internal static nint Width => 2 * V.Count;

    /// <summary>Computes the elements of <paramref name="region"/>.</summary>
    internal static void Multiply(in Product<T> product, in ProductRegion region)
    {
        nint inner = region.InnerEnd - region.Inner, blocks = ProductBlock.Blocks(inner);
        LeftCopies<T> copies = product.CopiesLeft ? LeftTiles<T, V>.Of(in product, in region) : default;
        RightPanels<T> held = RightPanels<T>.Of(in product, Width);
        for (nint block = 0; block < blocks; block++)
        {
            nint start = region.Inner + (block * inner / blocks), length = region.Inner + ((block + 1) * inner / blocks) - start;
            Matrix<T> left = product.A.From(region.Row, start);
            TileOperands<T> operands = new() { Left = left.Data, LeftRowStep = left.RowStep, LeftColumnStep = left.ColumnStep, Inner = length };
            LeftCopies<T> ofBlock = copies.At(start - region.Inner);
            for (nint column = region.Column; column < region.ColumnEnd; column += Width)
            {
                Panel(in product, in region, operands, in ofBlock, in held, start, column);
                ofBlock.AreMade = true;
            }
        }
    }

    /// <summary>Packs all panels of a right operand, each with all its rows, one behind the other.</summary>
    internal static void Pack(Matrix<T> right, nint inner, nint columns)
    {
        for (nint column = 0; column < columns; column += Width)
        {
            nint width = Math.Min(Width, columns - column);
            RightPanel<T, V>.Pack(right.From(0, column), right.Packed + (column * inner), RowOfPanel(width), inner, width);
        }
    }

    /// <summary>The elements of a row of a packed panel with so many columns: those of one vector or two.</summary>
    private static nint RowOfPanel(nint columns) => columns > V.Count ? Width : V.Count;

    /// <summary>The tiles of one panel, from its first row to its last.</summary>
    private static void Panel(in Product<T> product, in ProductRegion region, TileOperands<T> operands, in LeftCopies<T> copies, in RightPanels<T> held, nint start, nint column)
    {
        nint height = region.RowEnd - region.Row, tiles = Partition.Count(height, Tiles<T, V>.MaxRows);
        nint width = Math.Min(Width, region.ColumnEnd - column);
        Matrix<T> right = Right(in product, in held, operands.Inner, start, column, width, tiles);
        operands.Right = right.Data;
        operands.RightStep = right.Stride;
        bool isSecondHalf = region.Inner > 0, follows = start > region.Inner;
        if (product.ColumnSums != null && region.Row == 0)
        {
            T* sums = isSecondHalf ? product.Halves.ColumnSums : product.ColumnSums;
            PanelSums<T, V>.Add(operands.Right, operands.RightStep, operands.Inner, sums + column, width, follows);
        }

        T* result = isSecondHalf ? product.Halves.Sums : product.C;
        bool add = follows || (product.Accumulate && !isSecondHalf);
        T* c = result + (region.Row * product.Columns) + column;
        operands.Ahead = ProductAhead<T, V>.Of(in product, in region, in operands, in held, start, column, tiles);
        operands.Ahead.Tiles = tiles;
        operands.Ahead.Next = column + Width < region.ColumnEnd ? c + Width : c;
        if (copies.Data != null)
        {
            CopiedRows(operands, in copies, height, width, c, product.Columns, add);
        }
        else
        {
            Rows(operands, height, width, c, product.Columns, add);
        }
    }

    /// <summary>Where tiles read so many rows of a panel: in the operand, or in a copy that is made now or was made before.</summary>
    private static Matrix<T> Right(in Product<T> product, in RightPanels<T> held, nint rows, nint start, nint column, nint width, nint tiles)
    {
        if (product.B.Packed != null || held.Hold(column, start + rows))
        {
            return PackedPanel(in product, product.B.Packed != null ? product.B.Packed : held.Data, start, column);
        }

        Matrix<T> right = product.B.From(start, column);
        if (!right.Transposed && width == Width && tiles < TilesWorthPacking)
        {
            return right;
        }

        nint row = RowOfPanel(width);
        Matrix<T> panel = held.Data != null
            ? PackedPanel(in product, held.Data, start, column)
            : new Matrix<T>(new Address<T>(Scratch.Rent<T>(Scratch.RightPanel, row * rows)), row, transposed: false);
        RightPanel<T, V>.Pack(right, panel.Data, row, rows, width);
        if (held.Data != null)
        {
            held.Add(column, start + rows);
        }

        return panel;
    }

    /// <summary>The panel that begins at a column, from one of its rows on, among the panels of a whole right operand.</summary>
    internal static Matrix<T> PackedPanel(in Product<T> product, T* panels, nint start, nint column)
    {
        nint row = RowOfPanel(Math.Min(Width, product.Columns - column));
        return new Matrix<T>(new Address<T>(panels + (column * product.Inner) + (start * row)), row, transposed: false);
    }

    /// <summary>All rows of a product with a panel of <paramref name="width"/> columns, in tiles as equal in height as can be: a tile of few rows would wait for its own sums.</summary>
    internal static void Rows(TileOperands<T> operands, nint rows, nint width, T* c, nint stride, bool add)
    {
        nint tiles = Partition.Count(rows, Tiles<T, V>.MaxRows), height = rows / Math.Max(1, tiles), higher = rows - (tiles * height);
        Equal(ref operands, higher, height + 1, (height + 1) * operands.LeftRowStep, width, c, stride, add);
        Equal(ref operands, tiles - higher, height, height * operands.LeftRowStep, width, c + (higher * (height + 1) * stride), stride, add);
    }

    /// <summary>As <see cref="Rows"/>, from copies of what the tiles read of the left operand; where they are not made yet, each is made before its tile.</summary>
    private static void CopiedRows(TileOperands<T> operands, in LeftCopies<T> copies, nint rows, nint width, T* c, nint stride, bool add)
    {
        nint tiles = Partition.Count(rows, Tiles<T, V>.MaxRows), height = rows / tiles, higher = rows - (tiles * height), step = LeftTiles<T, V>.Step;
        Matrix<T> source = new(new Address<T>(operands.Left), operands.LeftColumnStep, transposed: true);
        operands.Left = copies.Data;
        operands.LeftRowStep = 1;
        operands.LeftColumnStep = step;
        if (copies.AreMade)
        {
            Equal(ref operands, higher, height + 1, step * operands.Inner, width, c, stride, add);
            Equal(ref operands, tiles - higher, height, step * operands.Inner, width, c + (higher * (height + 1) * stride), stride, add);
            return;
        }

        for (nint tile = 0, row = 0; tile < tiles; tile++)
        {
            nint own = tile < higher ? height + 1 : height;
            LeftTiles<T, V>.Copy(source.From(row, 0), operands.Inner, (int)own, operands.Left);
            Equal(ref operands, 1, own, step * operands.Inner, width, c + (row * stride), stride, add);
            row += own;
        }
    }

    /// <summary>Tiles of the same height, after which the left operand is that of the next.</summary>
    private static void Equal(ref TileOperands<T> operands, nint tiles, nint height, nint leftStep, nint width, T* c, nint stride, bool add)
    {
        operands.LeftTileStep = leftStep;
        nint together = width == Width || width == V.Count ? tiles : 1;
        for (nint tile = 0; tile < tiles; tile += together)
        {
            operands.Tiles = together;
            Tile(in operands, height, width, c + (tile * height * stride), stride, add);
            operands.Left += together * leftStep;
            operands.Ahead.Start += together * operands.Ahead.TileStep;
            operands.Ahead.Tiles -= together;
        }
    }

    /// <summary>A tile of a panel of <paramref name="width"/> columns, at most two vectors.</summary>
    internal static void Tile(in TileOperands<T> operands, nint rows, nint width, T* c, nint stride, bool add)
    {
        if (width == Width)
        {
            Tiles<T, V>.Multiply<Size2>(in operands, rows, c, stride, add);
            return;
        }

        if (width == V.Count)
        {
            Tiles<T, V>.Multiply<Size1>(in operands, rows, c, stride, add);
            return;
        }

        // The last panel is narrower than its vectors: the tile is computed beside the result and its valid columns are copied.
        T* whole = Scratch.Rent<T>(Scratch.Tile, Tiles<T, V>.MaxRows * Width);
        if (width > V.Count)
        {
            Tiles<T, V>.Multiply<Size2>(in operands, rows, whole, Width, accumulate: false);
        }
        else
        {
            Tiles<T, V>.Multiply<Size1>(in operands, rows, whole, Width, accumulate: false);
        }

        for (nint row = 0; row < rows; row++)
        {
            Copy(new Address<T>(whole + (row * Width)), new Address<T>(c + (row * stride)), (int)width, add);
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

namespace ModelDsl.Kernels;

/// <summary>What the tiles of a product fetch while they compute. It depends on the order of <see cref="ProductBlock{T, V}"/>, and is a hint: no result depends on it.</summary>
internal static unsafe class ProductAhead<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private static nint Width => ProductBlock<T, V>.Width;

    /// <summary>What the tiles of a panel fetch: rows of the left operand, where they are read for the first time or do not stay near, or else the panel that follows.</summary>
    internal static TileAhead<T> Of(in Product<T> product, in ProductRegion region, in TileOperands<T> operands, in RightPanels<T> held, nint start, nint column, nint tiles)
    {
        bool isFirst = column == region.Column && (column == 0 || !product.KeepsLeft(in region));
        return isFirst ? Rows(in operands) : Panel(in product, in region, in held, start, operands.Inner, column, tiles);
    }

    /// <summary>What tiles fetch of the left operand for those that follow: its rows, or so many of its columns as a tile has rows.</summary>
    private static TileAhead<T> Rows(in TileOperands<T> operands)
    {
        nint rows = Tiles<T, V>.MaxRows, next = rows * operands.LeftRowStep;
        if (operands.LeftColumnStep == 1)
        {
            return new TileAhead<T>
            {
                Fetches = true,
                Start = operands.Left + next,
                Runs = Partition.Count(operands.Inner, Width),
                RunEnd = Width - 1,
                RunStep = Width,
                RowStep = operands.LeftRowStep,
                TileStep = next,
            };
        }

        nint runs = Partition.Count(operands.Inner, rows);
        return new TileAhead<T>
        {
            Fetches = true,
            Start = operands.Left + next + next - 1,
            Runs = runs,
            RunStep = operands.LeftColumnStep,
            RowStep = runs * operands.LeftColumnStep,
            TileStep = next,
        };
    }

    /// <summary>What the tiles of a panel fetch of the next panel.</summary>
    private static TileAhead<T> Panel(in Product<T> product, in ProductRegion region, in RightPanels<T> held, nint start, nint length, nint column, nint tiles)
    {
        nint next = column + Width;
        if (next >= region.ColumnEnd)
        {
            (start, next) = start + length < region.InnerEnd ? (start + length, region.Column) : (region.Inner, region.ColumnEnd);
        }

        if (next >= product.Columns)
        {
            return new TileAhead<T> { Fetches = true };
        }

        T* packed = held.Hold(next, start + length) ? held.Data : product.B.Packed;
        Matrix<T> right = packed == null ? product.B.From(start, next) : ProductBlock<T, V>.PackedPanel(in product, packed, start, next);
        nint share = Partition.Count(right.Transposed ? Width : length, tiles), runs = right.Transposed ? share * Partition.Count(length, Width) : share;
        nint step = right.Transposed ? Width : right.Stride, together = Partition.Count(runs, Tiles<T, V>.MaxRows);
        return new TileAhead<T>
        {
            Fetches = true,
            Start = right.Data,
            Runs = together,
            RunEnd = Width - 1,
            RunStep = step,
            RowStep = together * step,
            TileStep = share * right.Stride,
            LastRuns = together,
        };
    }
}

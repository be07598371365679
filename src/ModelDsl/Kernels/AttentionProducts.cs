namespace ModelDsl.Kernels;

/// <summary>
/// The products of an attention, in register tiles. A block's scores are kept with a row for each key and a column for each of the block's rows, so that what is done
/// between the products is the same in all lanes. Causal blocks leave out the tiles, and the ends of sums, that lie beyond the diagonal.
/// </summary>
internal static unsafe class AttentionProducts<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private static nint Width => 2 * V.Count;

    /// <summary>scores = left · panelsᵀ: keys by the rows of a block, up to the last key that any lane of a vector sees.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="left">Keys, or values.</param>
    /// <param name="panels">The block's rows, from <see cref="AttentionMemory{T, V}.Panels"/>.</param>
    /// <param name="size">The numbers in a row.</param>
    /// <param name="scores">Receives the products.</param>
    /// <param name="ahead">What is fetched meanwhile.</param>
    internal static void Scores(in AttentionBlock block, Matrix<T> left, T* panels, nint size, Matrix<T> scores, in AttentionAhead<T> ahead)
    {
        nint width = Partition.Count(size, Width) * Width;
        TileOperands<T> operands = new() { LeftRowStep = left.Stride, LeftColumnStep = 1, RightStep = Width, Inner = size };
        for (nint row = 0; row < block.Rows; row += Width)
        {
            // Keys that the first of two vectors does not see any more are left to the second.
            nint both = block.KeyEnd(row + V.Count), all = block.KeyEnd(row + Width);
            T* result = scores.Data + row;
            operands.Left = left.Data;
            operands.Right = panels + (row * size);

            // Each two vectors of rows pass the keys, so they leave columns to one another.
            nint column = (block.Row + row) % width;
            operands.Ahead = ahead.IsEmpty ? default : ahead.Of(0, column, Width, Height(both), TileCount(both), result);
            ProductBlock<T, V>.Rows(operands, both, block.Rows - row > V.Count ? Width : V.Count, result, scores.Stride, add: false);
            operands.Left += both * left.Stride;
            operands.Right += V.Count;
            operands.Ahead = ahead.IsEmpty ? default : ahead.Of(both, column, Width, Height(all - both), TileCount(all - both), result);
            ProductBlock<T, V>.Rows(operands, all - both, V.Count, result + (both * scores.Stride) + V.Count, scores.Stride, add: false);
        }
    }

    /// <summary>The height of most tiles of so many rows.</summary>
    private static nint Height(nint rows) => rows / nint.Max(1, TileCount(rows));

    private static nint TileCount(nint rows) => Partition.Count(rows, Tiles<T, V>.MaxRows);

    /// <summary>result = weightsᵀ · right: rows of the block by the numbers of a head, summed over the keys.</summary>
    internal static void Combine(in AttentionBlock block, Matrix<T> weights, Matrix<T> right, nint size, T* result, nint stride, in AttentionAhead<T> ahead)
    {
        nint tiles = TileCount(block.Rows);
        TileOperands<T> operands = new() { LeftRowStep = 1, LeftColumnStep = weights.Stride, RightStep = right.Stride };
        for (nint column = 0; column < size; column += Width)
        {
            operands.Right = right.Data + column;
            for (nint tile = 0; tile < tiles; tile++)
            {
                nint row = tile * block.Rows / tiles, end = (tile + 1) * block.Rows / tiles;
                operands.Left = weights.Data + row;
                operands.Inner = block.KeyEnd(end);
                operands.Ahead = ahead.Of(block.Row + row, column, Width, end - row, tiles - tile, result);
                ProductBlock<T, V>.Tile(in operands, end - row, nint.Min(Width, size - column), result + (row * stride) + column, stride, add: false);
            }
        }
    }

    /// <summary>result = weights · right, or result += it: keys by the numbers of a head, summed over the rows of the block.</summary>
    internal static void Distribute(in AttentionBlock block, Matrix<T> weights, Matrix<T> right, nint size, T* result, nint stride, bool add, in AttentionAhead<T> ahead)
    {
        nint tiles = TileCount(block.End);
        TileOperands<T> operands = new() { LeftRowStep = weights.Stride, LeftColumnStep = 1, RightStep = right.Stride };
        for (nint column = 0; column < size; column += Width)
        {
            for (nint tile = 0; tile < tiles; tile++)
            {
                nint key = tile * block.End / tiles, end = (tile + 1) * block.End / tiles;
                nint first = block.IsCausal ? nint.Max(0, key - block.Row) : 0;
                operands.Left = weights.Data + (key * weights.Stride) + first;
                operands.Right = right.Data + (first * right.Stride) + column;
                operands.Inner = block.Rows - first;
                operands.Ahead = ahead.Of(key, column, Width, end - key, tiles - tile, result);
                ProductBlock<T, V>.Tile(in operands, end - key, nint.Min(Width, size - column), result + (key * stride) + column, stride, add);
            }
        }
    }
}

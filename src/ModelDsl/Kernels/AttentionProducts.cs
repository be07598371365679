using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The products of an attention, in register tiles. Causal blocks leave out the tiles, and the ends of sums, that lie beyond the diagonal.</summary>
internal static unsafe class AttentionProducts<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private const int Line = 64;

    private static nint Width => 2 * V.Count;

    /// <summary>From one row of working memory to the next: whole panels, and an odd number of lines, as rows that share places of the cache would drive each other out.</summary>
    internal static nint Stride(nint columns) => (Partition.Count(Partition.Count(columns, Width) * Width * sizeof(T), Line) | 1) * Line / sizeof(T);

    /// <summary>A copy of rows in the slot <paramref name="slot"/>, <see cref="Stride"/> apart.</summary>
    /// <param name="slot">The slot of <see cref="Scratch"/>.</param>
    /// <param name="source">The first row.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="rows">How many to copy.</param>
    /// <param name="capacity">How many the slot should hold, whatever this example's length.</param>
    /// <param name="size">The numbers in a row.</param>
    [MethodImpl(Simd.Loop)]
    internal static Matrix<T> Rows(int slot, T* source, nint stride, nint rows, nint capacity, nint size)
    {
        nint step = Stride(size);
        T* copy = Scratch.Rent<T>(slot, capacity * step);
        for (nint row = 0; row < rows; row++)
        {
            Address<T> from = new(source + (row * stride)), to = new(copy + (row * step));
            nint column = 0;
            for (; column <= size - V.Count; column += V.Count)
            {
                V.Store(V.Load(from + column), to + column);
            }

            if (column < size)
            {
                V.Store(V.Load(from + column, (int)(size - column)), to + column);
            }
        }

        return new Matrix<T>(new Address<T>(copy), step, transposed: false);
    }

    /// <summary>Working memory for a block's rows of scores in the slot <paramref name="slot"/>.</summary>
    internal static Matrix<T> Block(int slot, nint keys)
    {
        nint stride = Stride(keys);
        return new Matrix<T>(new Address<T>(Scratch.Rent<T>(slot, AttentionBlock.MaxRows * stride)), stride, transposed: false);
    }

    /// <summary>Zeros in <paramref name="rows"/> rows of a head.</summary>
    internal static void Clear(T* first, nint stride, nint rows, int size)
    {
        for (nint row = 0; row < rows; row++)
        {
            new Span<T>(first + (row * stride), size).Clear();
        }
    }

    /// <summary>The transpose of rows in the slot <paramref name="slot"/>: panels of two vectors of them, zeros after the last.</summary>
    internal static T* Panels(int slot, T* source, nint stride, nint rows, nint capacity, nint size)
    {
        T* panels = Scratch.Rent<T>(slot, Partition.Count(capacity, Width) * Width * size);
        for (nint row = 0; row < rows; row += Width)
        {
            Matrix<T> panel = new(new Address<T>(source + (row * stride)), stride, transposed: true);
            RightPanel<T, V>.Pack(panel, panels + (row * size), Width, size, nint.Min(Width, rows - row));
        }

        return panels;
    }

    /// <summary>result = left · panels: rows of the block by keys, up to the last vector in which a tile's rows see one.</summary>
    internal static void Scores(in AttentionBlock block, Matrix<T> left, T* panels, nint size, Matrix<T> result)
    {
        nint tiles = Partition.Count(block.Rows, Tiles<T, V>.MaxRows);
        TileOperands<T> operands = new() { LeftRowStep = left.Stride, LeftColumnStep = 1, RightStep = Width, Inner = size };
        for (nint key = 0; key < block.End; key += Width)
        {
            operands.Right = panels + (key * size);
            for (nint tile = 0; tile < tiles; tile++)
            {
                nint row = tile * block.Rows / tiles, end = (tile + 1) * block.Rows / tiles, width = block.KeyEnd(end - 1) - key;
                operands.Left = left.Data + (row * left.Stride);
                T* scores = result.Data + (row * result.Stride) + key;
                if (width > V.Count)
                {
                    Tiles<T, V>.Multiply<Size2>(in operands, end - row, scores, result.Stride, accumulate: false);
                }
                else if (width > 0)
                {
                    Tiles<T, V>.Multiply<Size1>(in operands, end - row, scores, result.Stride, accumulate: false);
                }
            }
        }
    }

    /// <summary>result = weights · right: rows of the block by the numbers of a head, summed over the keys.</summary>
    internal static void Combine(in AttentionBlock block, Matrix<T> weights, Matrix<T> right, nint size, T* result, nint stride)
    {
        nint tiles = Partition.Count(block.Rows, Tiles<T, V>.MaxRows);
        TileOperands<T> operands = new() { LeftRowStep = weights.Stride, LeftColumnStep = 1, RightStep = right.Stride };
        for (nint column = 0; column < size; column += Width)
        {
            operands.Right = right.Data + column;
            for (nint tile = 0; tile < tiles; tile++)
            {
                nint row = tile * block.Rows / tiles, end = (tile + 1) * block.Rows / tiles;
                operands.Left = weights.Data + (row * weights.Stride);
                operands.Inner = block.KeyEnd(end - 1);
                ProductBlock<T, V>.Tile(in operands, end - row, nint.Min(Width, size - column), result + (row * stride) + column, stride, add: false);
            }
        }
    }

    /// <summary>result = weightsᵀ · right, or result += it: keys by the numbers of a head, summed over the rows of the block.</summary>
    internal static void Distribute(in AttentionBlock block, Matrix<T> weights, Matrix<T> right, nint size, T* result, nint stride, bool add)
    {
        nint tiles = Partition.Count(block.End, Tiles<T, V>.MaxRows);
        TileOperands<T> operands = new() { LeftRowStep = 1, LeftColumnStep = weights.Stride, RightStep = right.Stride };
        for (nint column = 0; column < size; column += Width)
        {
            for (nint tile = 0; tile < tiles; tile++)
            {
                nint key = tile * block.End / tiles, end = (tile + 1) * block.End / tiles;
                nint first = block.IsCausal ? nint.Max(0, key - block.Row) : 0;
                operands.Left = weights.Data + (first * weights.Stride) + key;
                operands.Right = right.Data + (first * right.Stride) + column;
                operands.Inner = block.Rows - first;
                ProductBlock<T, V>.Tile(in operands, end - key, nint.Min(Width, size - column), result + (key * stride) + column, stride, add);
            }
        }
    }
}

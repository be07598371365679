namespace ModelDsl.Kernels;

/// <summary>Picks the register tile for a number of rows.</summary>
internal static unsafe class Tiles<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The most rows that a tile has: 12 rows of two vectors fit the 32 registers of 512 bits, 6 rows the 16 registers of narrower ones.</summary>
    internal static int MaxRows => V.Count * sizeof(T) == 64 ? 12 : 6;

    /// <summary>c = left × right, or c += left × right, for 1 to 12 rows of one or two vectors.</summary>
    internal static void Multiply<TVectors>(in TileOperands<T> operands, nint rows, T* c, nint stride, bool accumulate)
        where TVectors : struct, ISize
    {
        if (operands.Ahead.Fetches)
        {
            Multiply<TVectors, Size1>(in operands, rows, c, stride, accumulate);
        }
        else
        {
            Multiply<TVectors, Size0>(in operands, rows, c, stride, accumulate);
        }
    }

    private static void Multiply<TVectors, TAhead>(in TileOperands<T> operands, nint rows, T* c, nint stride, bool accumulate)
        where TVectors : struct, ISize
        where TAhead : struct, ISize
    {
        switch (rows)
        {
            case 1: Tile<T, V, Size1, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 2: Tile<T, V, Size2, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 3: Tile<T, V, Size3, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 4: Tile<T, V, Size4, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 5: Tile<T, V, Size5, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 6: Tile<T, V, Size6, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 7: Tile<T, V, Size7, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 8: Tile<T, V, Size8, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 9: Tile<T, V, Size9, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 10: Tile<T, V, Size10, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            case 11: Tile<T, V, Size11, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            default: Tile<T, V, Size12, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
        }
    }
}

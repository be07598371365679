namespace ModelDsl.Kernels;

/// <summary>Picks the register tile for a number of rows.</summary>
internal static unsafe class Tiles<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>c = left × right, or c += left × right, for 1 to 12 rows of two vectors.</summary>
    internal static void Multiply(in TileOperands<T> operands, nint rows, T* c, nint stride, bool accumulate)
    {
        switch (rows)
        {
            case 1: Tile<T, V, Size1>.Multiply(in operands, c, stride, accumulate); break;
            case 2: Tile<T, V, Size2>.Multiply(in operands, c, stride, accumulate); break;
            case 3: Tile<T, V, Size3>.Multiply(in operands, c, stride, accumulate); break;
            case 4: Tile<T, V, Size4>.Multiply(in operands, c, stride, accumulate); break;
            case 5: Tile<T, V, Size5>.Multiply(in operands, c, stride, accumulate); break;
            case 6: Tile<T, V, Size6>.Multiply(in operands, c, stride, accumulate); break;
            case 7: Tile<T, V, Size7>.Multiply(in operands, c, stride, accumulate); break;
            case 8: Tile<T, V, Size8>.Multiply(in operands, c, stride, accumulate); break;
            case 9: Tile<T, V, Size9>.Multiply(in operands, c, stride, accumulate); break;
            case 10: Tile<T, V, Size10>.Multiply(in operands, c, stride, accumulate); break;
            case 11: Tile<T, V, Size11>.Multiply(in operands, c, stride, accumulate); break;
            default: Tile<T, V, Size12>.Multiply(in operands, c, stride, accumulate); break;
        }
    }
}

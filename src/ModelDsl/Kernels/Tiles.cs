using System.Runtime.CompilerServices;

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
            Registers.Run<T, V, Work<TVectors, Size1>>(new Work<TVectors, Size1>(in operands, rows, c, stride, accumulate));
        }
        else
        {
            Registers.Run<T, V, Work<TVectors, Size0>>(new Work<TVectors, Size0>(in operands, rows, c, stride, accumulate));
        }
    }

    private readonly ref struct Work<TVectors, TAhead>(in TileOperands<T> operands, nint rows, T* c, nint stride, bool accumulate) : IRegisterWork<T>
        where TVectors : struct, ISize
        where TAhead : struct, ISize
    {
        private readonly ref readonly TileOperands<T> operands = ref operands;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TOperations, TRegister>()
            where TOperations : struct, IRegister<TRegister, T>
            where TRegister : struct
        {
            switch (rows)
            {
                case 1: Tile<T, TOperations, TRegister, Size1, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 2: Tile<T, TOperations, TRegister, Size2, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 3: Tile<T, TOperations, TRegister, Size3, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 4: Tile<T, TOperations, TRegister, Size4, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 5: Tile<T, TOperations, TRegister, Size5, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 6: Tile<T, TOperations, TRegister, Size6, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 7: Tile<T, TOperations, TRegister, Size7, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 8: Tile<T, TOperations, TRegister, Size8, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 9: Tile<T, TOperations, TRegister, Size9, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 10: Tile<T, TOperations, TRegister, Size10, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                case 11: Tile<T, TOperations, TRegister, Size11, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
                default: Tile<T, TOperations, TRegister, Size12, TVectors, TAhead>.Multiply(in operands, c, stride, accumulate); break;
            }
        }
    }
}

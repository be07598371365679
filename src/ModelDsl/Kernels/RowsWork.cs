using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Functions of rows, cut into parts of <paramref name="height"/> rows.</summary>
internal readonly struct RowsJob<T>(RowsOperands<T> operands, nint rows, nint height) : IJob
    where T : unmanaged
{
    public void Run(int part)
    {
        nint from = part * height;
        Simd.Run<T, RowsWork<T>>(new RowsWork<T>(operands, from, nint.Min(rows, from + height)));
    }
}

/// <summary>
/// Functions of the rows from <paramref name="from"/> up to <paramref name="to"/>. They go over a few rows at a time in steps whose rows do not wait for each
/// other: a single row is a chain of a maximum, exponentials, a sum and a division, most of which is waiting where the row is short.
/// </summary>
internal readonly unsafe struct RowsWork<T>(RowsOperands<T> operands, nint from, nint to) : ISimdWork<T>
    where T : unmanaged
{
    /// <summary>The most rows at a time: a multiple of any number of lanes.</summary>
    private const int MaxRows = 64;

    /// <summary>The most elements at a time, so that they are in the nearest cache from step to step.</summary>
    private const int MaxElements = 4096;

    [SkipLocalsInit]
    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        T* shifts = stackalloc T[MaxRows], sums = stackalloc T[MaxRows];
        nint height = nint.Clamp(MaxElements / nint.Max(1, operands.Columns), 1, MaxRows);
        for (nint row = from; row < to; row += height)
        {
            RowsBlock<V, T> block = new(in operands, row, nint.Min(height, to - row), new Address<T>(shifts), new Address<T>(sums));
            block.FindMaxima();
            block.SumExponentials();
            block.Finish();
        }
    }
}

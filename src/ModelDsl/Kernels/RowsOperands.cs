namespace ModelDsl.Kernels;

/// <summary>What functions of rows read and write: either result is left out where its address is default.</summary>
internal readonly unsafe struct RowsOperands<T>(Address<T> source, Address<T> softmax, Address<T> logSumExp, nint columns)
    where T : unmanaged
{
    internal readonly Address<T> Source = source;
    internal readonly Address<T> Softmax = softmax;
    internal readonly Address<T> LogSumExp = logSumExp;
    internal readonly nint Columns = columns;

    internal bool HasSoftmax => Softmax.Pointer != null;

    internal bool HasLogSumExp => LogSumExp.Pointer != null;
}

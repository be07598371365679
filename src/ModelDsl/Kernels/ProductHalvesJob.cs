namespace ModelDsl.Kernels;

/// <summary>
/// Adds the halves of a product's sums, and what follows it. A job of its own, cut by rows: each thread then reads and writes one run of memory, and half of what it reads it has
/// written itself. Added by whichever thread was the last to do a block, gradients of weights took up to 1.06 times as long, as blocks lie beside each other.
/// </summary>
internal readonly struct ProductHalvesJob<T, TEpilogue>(in Product<T> product, TEpilogue epilogue) : IJob
    where T : unmanaged
    where TEpilogue : struct, IMap<T>
{
    /// <summary>The operations that take as long as an element, half of which come from another core.</summary>
    private const int Cost = 8;

    private readonly Product<T> product = product;
    private readonly nint height = Partition.Rows(product.Rows, product.Columns, Cost);

    /// <summary>Runs all parts.</summary>
    internal void Run() => Partition.Run(in this, product.Rows * product.Columns, Cost, Partition.Count(product.Rows, height));

    public unsafe void Run(int part)
    {
        nint row = part * height, end = nint.Min(product.Rows, row + height), columns = product.Columns;
        Map.Block<T, AddMap<T>>(new AddMap<T>(new Address<T>(product.Halves.Sums), new Address<T>(product.C)), row, end, 0, columns, columns);
        if (product.ColumnSums != null && row == 0)
        {
            Map.Block<T, AddMap<T>>(new AddMap<T>(new Address<T>(product.Halves.ColumnSums), new Address<T>(product.ColumnSums)), 0, 1, 0, columns, columns);
        }

        Map.Block<T, TEpilogue>(epilogue, row, end, 0, columns, columns);
    }
}

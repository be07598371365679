using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Where the second halves of a product's sums are kept until they are added to the first. Whichever part of a block of the result is done last adds them, so no part waits
/// for another; a sum of two numbers has the same bits in either order.
/// </summary>
internal readonly unsafe struct ProductHalves<T>
    where T : unmanaged
{
    /// <summary>From the count of one block to that of the next, so that no two lie on one line of the cache.</summary>
    private const int Apart = 16;

    /// <summary>The second halves, laid out as the result.</summary>
    internal readonly T* Sums;

    /// <summary>The second halves of the sums of the right operand's columns.</summary>
    internal readonly T* ColumnSums;

    private readonly int* done;

    private ProductHalves(T* sums, T* columnSums, int* done)
    {
        Sums = sums;
        ColumnSums = columnSums;
        this.done = done;
    }

    /// <summary>Memory of the calling thread for the halves of <paramref name="product"/>, valid until its next product.</summary>
    internal static ProductHalves<T> Rent(in Product<T> product)
    {
        nint counts = product.Blocks * Apart, size = product.Rows * product.Columns;
        T* sums = Scratch.Rent<T>(Scratch.ProductHalves, size + product.Columns);
        int* done = Scratch.Rent<int>(Scratch.ProductCounts, counts);
        new Span<int>(done, checked((int)counts)).Clear();
        return new ProductHalves<T>(sums, sums + size, done);
    }

    /// <summary>Says that a half of a block is computed.</summary>
    /// <returns>Whether it was the last: then the halves have been added.</returns>
    internal bool Complete(in Product<T> product, nint block, in ProductRegion region)
    {
        if (Interlocked.Increment(ref Unsafe.AsRef<int>(done + (block * Apart))) < 2)
        {
            return false;
        }

        Map.Block<T, AddMap<T>>(new AddMap<T>(new Address<T>(Sums), new Address<T>(product.C)), region.Row, region.RowEnd, region.Column, region.ColumnEnd, product.Columns);
        if (product.ColumnSums != null && region.Row == 0)
        {
            Map.Block<T, AddMap<T>>(new AddMap<T>(new Address<T>(ColumnSums), new Address<T>(product.ColumnSums)), 0, 1, region.Column, region.ColumnEnd, product.Columns);
        }

        return true;
    }
}

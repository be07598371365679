namespace ModelDsl.Kernels;

/// <summary>Where the second halves of a product's sums are kept until they are added to the first.</summary>
internal readonly unsafe struct ProductHalves<T>
    where T : unmanaged
{
    /// <summary>The second halves, laid out as the result.</summary>
    internal readonly T* Sums;

    /// <summary>The second halves of the sums of the right operand's columns.</summary>
    internal readonly T* ColumnSums;

    private ProductHalves(T* sums, T* columnSums)
    {
        Sums = sums;
        ColumnSums = columnSums;
    }

    /// <summary>Memory of the calling thread for the halves of <paramref name="product"/>, valid until its next product.</summary>
    internal static ProductHalves<T> Rent(in Product<T> product)
    {
        nint size = product.Rows * product.Columns;
        T* sums = Scratch.Rent<T>(Scratch.ProductHalves, size + product.Columns);
        return new ProductHalves<T>(sums, sums + size);
    }
}

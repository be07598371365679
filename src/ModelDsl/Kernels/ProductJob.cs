namespace ModelDsl.Kernels;

/// <summary>A product and what follows it, unless halves of its sums are still to be added. The product itself does not know the epilogue's type, so its code exists once.</summary>
internal readonly struct ProductJob<T, TEpilogue>(in Product<T> product, TEpilogue epilogue) : IJob
    where T : unmanaged
    where TEpilogue : struct, IMap<T>
{
    private readonly Product<T> product = product;

    public void Run(int part) => Run(in product, epilogue, part);

    /// <summary>A part of a product and of its epilogue.</summary>
    internal static void Run(in Product<T> product, TEpilogue epilogue, int part)
    {
        ProductRegion region = product.Region(part);
        product.Multiply(in region);
        if (product.IsHalved)
        {
            return;
        }

        if (product.Exchanged)
        {
            Map.Block<T, TEpilogue>(epilogue, region.Column, region.ColumnEnd, 0, 1, 1);
        }
        else
        {
            Map.Block<T, TEpilogue>(epilogue, region.Row, region.RowEnd, region.Column, region.ColumnEnd, product.Columns);
        }
    }
}

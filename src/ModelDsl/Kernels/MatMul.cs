using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Matrix products with an element-wise epilogue. How each element is computed depends on the sizes alone, never on the number of threads; that
/// only cuts rows and columns of the result more finely, so results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class MatMul
{
    /// <summary>c = a·b, or c += a·b.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The left operand, <paramref name="rows"/> × <paramref name="inner"/>.</param>
    /// <param name="b">The right operand, <paramref name="inner"/> × <paramref name="columns"/>.</param>
    /// <param name="c">The result, <paramref name="rows"/> × <paramref name="columns"/>, row after row; it overlaps no operand.</param>
    /// <param name="rows">The rows of the result.</param>
    /// <param name="inner">The length of the sums.</param>
    /// <param name="columns">The columns of the result.</param>
    /// <param name="accumulate">Whether the product is added to what c holds.</param>
    /// <param name="columnSums">Where the sum of each column of b is left while b is at hand, for products that read it in panels; <c>default</c> where nobody needs them.</param>
    /// <param name="sharesWeights">Whether b holds weights that change from product to product, each thread having written a stretch of its rows: then long sums are shared, not only rows and columns.</param>
    public static void Multiply<T>(
        Matrix<T> a, Matrix<T> b, Address<T> c, nint rows, nint inner, nint columns, bool accumulate, Address<T> columnSums = default, bool sharesWeights = false)
        where T : unmanaged => Multiply(a, b, c, rows, inner, columns, accumulate, default(NoMap<T>), columnSums, sharesWeights);

    /// <summary>c = a·b, or c += a·b, and then the epilogue on each element of c once, while it is in cache.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TEpilogue">The element-wise work that follows; it finds the product in c.</typeparam>
    /// <param name="a">The left operand, <paramref name="rows"/> × <paramref name="inner"/>.</param>
    /// <param name="b">The right operand, <paramref name="inner"/> × <paramref name="columns"/>.</param>
    /// <param name="c">The result, <paramref name="rows"/> × <paramref name="columns"/>, row after row; it overlaps no operand.</param>
    /// <param name="rows">The rows of the result.</param>
    /// <param name="inner">The length of the sums.</param>
    /// <param name="columns">The columns of the result.</param>
    /// <param name="accumulate">Whether the product is added to what c holds.</param>
    /// <param name="epilogue">The epilogue with the addresses of its operands.</param>
    /// <param name="columnSums">Where the sum of each column of b is left while b is at hand, for products that read it in panels; <c>default</c> where nobody needs them.</param>
    /// <param name="sharesWeights">Whether b holds weights that change from product to product, each thread having written a stretch of its rows: then long sums are shared, not only rows and columns.</param>
    /// <exception cref="ArgumentException">Sums are asked of a product that does not read b in panels: one of a single row or column, or of few rows and a transposed b.</exception>
    public static void Multiply<T, TEpilogue>(
        Matrix<T> a,
        Matrix<T> b,
        Address<T> c,
        nint rows,
        nint inner,
        nint columns,
        bool accumulate,
        TEpilogue epilogue,
        Address<T> columnSums = default,
        bool sharesWeights = false)
        where T : unmanaged
        where TEpilogue : struct, IMap<T>
    {
        Product<T> product = new(a, b, c, rows, inner, columns, accumulate, sharesWeights, columnSums);
        if (product.ColumnSums != null && !product.ReadsPanels)
        {
            throw new ArgumentException($"A product of {rows} × {inner} and {inner} × {columns} elements does not read its right operand in panels, so it cannot sum its columns.", nameof(columnSums));
        }

        if (product.Parts == 1)
        {
            ProductJob<T, TEpilogue>.Run(in product, epilogue, 0);
            return;
        }

        Share(in product, epilogue);
    }

    /// <summary>A product of several parts, in a method of its own: a frame that has room for these is cleared at each call, which the smallest products would feel.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Share<T, TEpilogue>(in Product<T> whole, TEpilogue epilogue)
        where T : unmanaged
        where TEpilogue : struct, IMap<T>
    {
        Product<T> product = whole;
        if (product.SharesLeftCopies || product.SharesRightPanels)
        {
            product = product with { Number = Product.NextNumber() };
        }

        if (product.IsHalved)
        {
            product = product with { Halves = ProductHalves<T>.Rent(in product) };
        }

        ProductJob<T, TEpilogue> job = new(in product, epilogue);
        Partition.Run(in job, product.Operations, 1, product.Parts);
        if (product.IsHalved)
        {
            new ProductHalvesJob<T, TEpilogue>(in product, epilogue).Run();
        }
    }

    /// <summary>Packs a right operand for all products that it will be part of, to the place that it names: <paramref name="columns"/>, rounded up to panels of two vectors, times <paramref name="inner"/> elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="b">The right operand, <paramref name="inner"/> × <paramref name="columns"/>.</param>
    /// <param name="inner">The length of the sums.</param>
    /// <param name="columns">The columns of the result.</param>
    public static void Pack<T>(Matrix<T> b, nint inner, nint columns)
        where T : unmanaged => Simd.Run<T, PackWork<T>>(new PackWork<T>(b, inner, columns));

    private readonly struct PackWork<T>(Matrix<T> b, nint inner, nint columns) : ISimdWork<T>
        where T : unmanaged
    {
        private readonly Matrix<T> b = b;

        public void Run<V>()
            where V : struct, ISimd<V, T> => ProductBlock<T, V>.Pack(b, inner, columns);
    }
}

using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// Up to four element-wise expressions whose values are summed over rows (<c>Reduce.Columns</c>). Generated code implements it as a struct that
/// holds the addresses of its operands.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IColumnTerms<T>
    where T : unmanaged
{
    /// <summary>The number of terms, 1 to 4.</summary>
    static abstract int Sums { get; }

    /// <summary>Adds the terms from (<paramref name="row"/>, <paramref name="column"/>) on to their sums, lane by lane; lanes at and beyond <paramref name="count"/> are ignored.</summary>
    /// <typeparam name="V">The vector type.</typeparam>
    /// <param name="row">The row, counted over all groups.</param>
    /// <param name="column">The column of the first element.</param>
    /// <param name="index">Its place in row-major order: row × columns + column.</param>
    /// <param name="count">How many elements of the vector count, at most <c>V.Count</c>; a constant in the main loop.</param>
    /// <param name="sum0">The sum of the first term.</param>
    /// <param name="sum1">The sum of the second term; a sum without a term is left alone.</param>
    /// <param name="sum2">The sum of the third term.</param>
    /// <param name="sum3">The sum of the fourth term.</param>
    void Add<V>(nint row, nint column, nint index, int count, ref V sum0, ref V sum1, ref V sum2, ref V sum3)
        where V : struct, ISimd<V, T>;
}

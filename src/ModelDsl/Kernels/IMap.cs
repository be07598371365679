using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// A fused element-wise region of a model: it computes <c>count</c> neighbouring elements of its results and stores them. Generated code
/// implements it as a struct that holds the addresses of its operands; <c>Map</c> and the epilogue of <c>MatMul</c> drive it.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMap<T>
    where T : unmanaged
{
    /// <summary>
    /// Whether no operand is repeated along rows or columns, so that a place is known by its index alone: then whole rows are run as one long row
    /// (row 0, and a column that equals the index), which fills vectors where rows are short.
    /// </summary>
    static virtual bool IsFlat => false;

    /// <summary>Computes the elements from (<paramref name="row"/>, <paramref name="column"/>) on.</summary>
    /// <typeparam name="V">The vector type.</typeparam>
    /// <param name="row">The row of the first element.</param>
    /// <param name="column">The column of the first element.</param>
    /// <param name="index">Its place in row-major order: row × columns + column.</param>
    /// <param name="count">How many elements of the vector count, at most <c>V.Count</c>; a constant in the main loop, so that the JIT drops the partial case.</param>
    void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T>;
}

/// <summary>An element-wise expression whose values are summed along the last axis (<c>Reduce.Rows</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowTerm<T>
    where T : unmanaged
{
    /// <summary>The terms from (<paramref name="row"/>, <paramref name="column"/>) on; lanes at and beyond <paramref name="count"/> are ignored.</summary>
    V Value<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T>;
}

/// <summary>The epilogue that does nothing.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoMap<T> : IMap<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T>
    {
    }
}

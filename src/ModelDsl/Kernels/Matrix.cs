using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>A matrix operand of <see cref="MatMul"/>: where its elements lie, and whether it is read along its columns.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="data">The first element.</param>
/// <param name="stride">How many elements lie from the start of one stored row to the start of the next.</param>
/// <param name="transposed">If false, element (i, j) is <c>data[i * stride + j]</c>; if true, it is <c>data[j * stride + i]</c>.</param>
/// <param name="packed">Where <see cref="MatMul.Pack{T}"/> has left this right operand; <c>default</c> where it has not.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Matrix<T>(Address<T> data, nint stride, bool transposed, Address<T> packed = default)
    where T : unmanaged
{
    internal readonly T* Data = data.Pointer;
    internal readonly nint Stride = stride;
    internal readonly bool Transposed = transposed;
    internal readonly T* Packed = packed.Pointer;

    /// <summary>The distance of neighbours in a column.</summary>
    internal nint RowStep => Transposed ? 1 : Stride;

    /// <summary>The distance of neighbours in a row.</summary>
    internal nint ColumnStep => Transposed ? Stride : 1;

    /// <summary>The same elements with rows and columns exchanged.</summary>
    internal Matrix<T> Transpose => new(new Address<T>(Data), Stride, !Transposed);

    /// <summary>The matrix whose first element is element (<paramref name="row"/>, <paramref name="column"/>) of this one.</summary>
    internal Matrix<T> From(nint row, nint column) =>
        new(new Address<T>(Data + (row * RowStep) + (column * ColumnStep)), Stride, Transposed);
}

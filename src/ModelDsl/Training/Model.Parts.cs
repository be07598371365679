using System.ComponentModel;
using System.Numerics;

namespace ModelDsl;

/// <content>Several inputs and outputs, which lie one behind the other in an example's row: what generated code puts them together and takes them apart with.</content>
public abstract partial class Model<T>
{
    /// <summary>The number of examples in a part of all rows.</summary>
    /// <param name="length">The number of values.</param>
    /// <param name="size">The number of values of one example.</param>
    /// <param name="name">What the caller calls the part.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the size.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static int ExamplesOf(int length, int size, string name) => BatchCheck.Examples(length, size, name);

    /// <summary>Requires a part of all rows to be of as many examples as the first.</summary>
    /// <param name="length">The number of values.</param>
    /// <param name="size">The number of values of one example.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="name">What the caller calls the part.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static void RequireExamples(int length, int size, int examples, string name) => BatchCheck.Length(length, (long)examples * size, "value", examples, name);

    /// <summary>Copies a part of each example into its row.</summary>
    /// <param name="part">The part, one example after the other.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="rowSize">The number of values of a row.</param>
    /// <param name="offset">Where the part begins in it.</param>
    /// <param name="size">The number of values of the part of one example.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static void Insert(ReadOnlySpan<T> part, Span<T> rows, int rowSize, int offset, int size)
    {
        for (int from = 0, to = offset; from < part.Length; from += size, to += rowSize)
        {
            part.Slice(from, size).CopyTo(rows[to..]);
        }
    }

    /// <summary>Copies class indices of each example into its row, as numbers.</summary>
    /// <param name="part">The class indices, one example after the other.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="rowSize">The number of values of a row.</param>
    /// <param name="offset">Where the part begins in it.</param>
    /// <param name="size">The number of class indices of one example.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static void Insert(ReadOnlySpan<int> part, Span<T> rows, int rowSize, int offset, int size)
    {
        for (int i = 0; i < part.Length; i++)
        {
            rows[(i / size * rowSize) + offset + (i % size)] = T.CreateChecked(part[i]);
        }
    }

    /// <summary>Copies a part of each example out of its row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="part">The part, one example after the other.</param>
    /// <param name="rowSize">The number of values of a row.</param>
    /// <param name="offset">Where the part begins in it.</param>
    /// <param name="size">The number of values of the part of one example.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static void Extract(ReadOnlySpan<T> rows, Span<T> part, int rowSize, int offset, int size)
    {
        for (int from = offset, to = 0; to < part.Length; from += rowSize, to += size)
        {
            rows.Slice(from, size).CopyTo(part[to..]);
        }
    }
}

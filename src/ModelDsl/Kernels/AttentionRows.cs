using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>Where the rows of an attention's operands, or of their gradients, lie. Row t of example b starts at (b·rows + t)·stride, its heads side by side.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="query">The first row of queries, of heads·size numbers each.</param>
/// <param name="queryStride">How many elements lie from one row of queries to the next.</param>
/// <param name="key">The first row of keys, of keyHeads·size numbers each.</param>
/// <param name="value">The first row of values, of as many.</param>
/// <param name="keyStride">How many elements lie from one row of keys to the next, and from one of values to the next.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct AttentionRows<T>(Address<T> query, nint queryStride, Address<T> key, Address<T> value, nint keyStride)
    where T : unmanaged
{
    internal readonly nint QueryStride = queryStride;
    internal readonly nint KeyStride = keyStride;
    private readonly T* query = query.Pointer;
    private readonly T* key = key.Pointer;
    private readonly T* value = value.Pointer;

    /// <summary>The head's queries, or their gradients, from row <paramref name="row"/> of its example on.</summary>
    internal T* Query(in AttentionShape shape, in AttentionHead head, nint row) =>
        query + (((head.Example * shape.Queries) + row) * QueryStride) + (head.Index * shape.Size);

    /// <summary>The keys, or their gradients, that the heads of <paramref name="part"/> share.</summary>
    internal T* Key(in AttentionShape shape, in AttentionPart part) => key + First(shape, part);

    /// <summary>The values, or their gradients, that the heads of <paramref name="part"/> share.</summary>
    internal T* Value(in AttentionShape shape, in AttentionPart part) => value + First(shape, part);

    private nint First(in AttentionShape shape, in AttentionPart part) => (part.Example * shape.Keys * KeyStride) + (part.KeyHead * shape.Size);
}

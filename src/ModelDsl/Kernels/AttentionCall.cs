namespace ModelDsl.Kernels;

/// <summary>The operands of an attention, or of its gradient, which has the gradient of the results for the results.</summary>
internal readonly unsafe struct AttentionCall<T>(
    AttentionRows<T> rows, Address<T> output, Address<T> normalizers, Address<T> lengths, in AttentionShape shape, RandomKey key)
    where T : unmanaged
{
    internal readonly AttentionRows<T> Rows = rows;
    internal readonly AttentionShape Shape = shape;
    internal readonly RandomKey Key = key;
    private readonly T* output = output.Pointer;
    private readonly T* normalizers = normalizers.Pointer;
    private readonly T* lengths = lengths.Pointer;

    /// <summary>Whether the log-sum-exp of each row is kept.</summary>
    internal bool HasNormalizers => normalizers != null;

    /// <summary>The keys of an example that count.</summary>
    internal nint Keys(nint example) => lengths == null ? Shape.Keys : Lookup.Id(lengths[example]);

    /// <summary>The queries of an example that count.</summary>
    internal nint Queries(nint example) => Shape.IsSelf ? nint.Min(Shape.Queries, Keys(example)) : Shape.Queries;

    /// <summary>Part <paramref name="part"/> of those that are a key head of an example each.</summary>
    internal AttentionPart Part(nint part) => new(part / Shape.KeyHeads, part % Shape.KeyHeads);

    /// <summary>Query head <paramref name="index"/> of those that share the part's key head.</summary>
    internal AttentionHead Head(in AttentionPart part, nint index)
    {
        nint head = (part.KeyHead * Shape.Group) + index;
        return new AttentionHead(part.Example, head, Shape.Slope(head));
    }

    /// <summary>The query head that comes after that of the part, where part <paramref name="next"/> does.</summary>
    internal AttentionHead Following(in AttentionPart part, nint index, in AttentionPart next) => index + 1 < Shape.Group ? Head(part, index + 1) : Head(next, 0);

    /// <summary>The head's results, or their gradients, from row <paramref name="row"/> on, <see cref="AttentionShape.Width"/> apart.</summary>
    internal T* Output(in AttentionHead head, nint row) =>
        output + (((head.Example * Shape.Queries) + row) * Shape.Width) + (head.Index * Shape.Size);

    /// <summary>The log-sum-exp of row <paramref name="row"/> and of those after it.</summary>
    internal T* Normalizers(in AttentionHead head, nint row) => normalizers + Row(head, row);

    /// <summary>The counter of the random number of the weight at a query and key 0.</summary>
    internal nint Counter(in AttentionHead head, nint row) => Row(head, row) * Shape.Keys;

    private nint Row(in AttentionHead head, nint row) => (((head.Example * Shape.Heads) + head.Index) * Shape.Queries) + row;
}

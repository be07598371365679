namespace ModelDsl.Generator.Graph;

/// <summary>The sizes and options of an attention.</summary>
/// <param name="Queries">The positions that ask.</param>
/// <param name="Keys">The positions that are asked.</param>
/// <param name="Heads">The heads of the queries.</param>
/// <param name="KeyHeads">The heads of keys and values, each of which serves as many of the queries'.</param>
/// <param name="Size">The width of a head.</param>
/// <param name="IsCausal">Whether a position asks only itself and those before it.</param>
/// <param name="IsSelf">Whether queries, keys and values are of the same positions, side by side in one operand.</param>
/// <param name="HasLinearBias">Whether distance counts against a key.</param>
/// <param name="Dropout">The probability of a weight to be dropped, 0 for none.</param>
/// <param name="Stream">The random stream that decides which.</param>
internal sealed record AttentionGeometry(
    int Queries, int Keys, int Heads, int KeyHeads, int Size, bool IsCausal, bool IsSelf, bool HasLinearBias, double Dropout = 0, int Stream = 0)
{
    /// <summary>The width of the queries, and of the result.</summary>
    public int Width => Heads * Size;

    /// <summary>The width of the keys, and of the values.</summary>
    public int KeyWidth => KeyHeads * Size;

    /// <summary>The pairs of positions that are looked at.</summary>
    public long Pairs => IsCausal ? (long)Queries * (Queries + 1) / 2 : (long)Queries * Keys;

    public override string ToString() =>
        $"{Heads}{(KeyHeads == Heads ? string.Empty : $"/{KeyHeads}")}×{Size}{(IsCausal ? " causal" : string.Empty)}{(HasLinearBias ? " biased by distance" : string.Empty)}{(Dropout > 0 ? $" dropping {ScalarText.Number(Dropout)}" : string.Empty)}";
}

/// <summary>
/// softmax(q·kᵀ / √d)·v of each head (Vaswani et al. 2017, equation 1). Operands: of one sequence [n, t, q | k | v]; of two the queries and [n, s, k | v];
/// and, where examples are shorter than declared, the number of keys of each.
/// </summary>
internal sealed record Attention(AttentionGeometry Geometry) : Operation
{
    public override string Text => $"attention {Geometry} of";

    /// <summary>The operands before the lengths.</summary>
    public int Sources => Geometry.IsSelf ? 1 : 2;

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        (AttentionGeometry g, TensorType first) = (Geometry, operands[0].Type);
        bool fits = g.IsSelf
            ? first.Shape.Equals(new Shape(g.Queries, g.Width + (2 * g.KeyWidth)))
            : first.Shape.Equals(new Shape(g.Queries, g.Width)) && operands[1].Type.Shape.Equals(new Shape(g.Keys, 2 * g.KeyWidth));
        return fits && operands.All(operand => operand.Type.IsBatched) ? TensorType.Batched(new Shape(g.Queries, g.Width)) : throw Mismatch(Text, [.. operands.Select(operand => operand.Type)]);
    }

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => 2 * Geometry.Pairs * Geometry.Width;
}

/// <summary>
/// The attention of one step to itself and to all before it, whose keys and values it finds in memory, where it leaves its own. Operands: [n, 1, q | k | v], and the
/// number of the step.
/// </summary>
/// <param name="Geometry">The sizes; as many keys as the sequence can have.</param>
/// <param name="State">Where in the memory of the sequence the keys and values lie.</param>
internal sealed record StepAttention(AttentionGeometry Geometry, int State) : Operation
{
    public override string Text => $"attention {Geometry} to all steps so far of";

    /// <summary>The elements of the keys and values of a sequence.</summary>
    public static int StateSize(AttentionGeometry geometry) => checked(geometry.Keys * 2 * geometry.KeyWidth);

    public override TensorType Infer(IReadOnlyList<Value> operands) => operands[0].Type.Shape.Equals(new Shape(1, Geometry.Width + (2 * Geometry.KeyWidth)))
        ? TensorType.Batched(new Shape(1, Geometry.Width))
        : throw Mismatch(Text, operands[0].Type);

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => 2L * Geometry.Keys * Geometry.Width;
}

/// <summary>
/// The gradient of an attention's first operand. Operands: the gradient of the result, its normalizers, and those of the attention.
/// </summary>
internal sealed record AttentionGradient(AttentionGeometry Geometry) : Operation
{
    /// <summary>The operands before those of the attention.</summary>
    public const int Given = 2;

    public override string Text => $"gradient of attention {Geometry} from";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType result = new Attention(Geometry).Infer([.. operands.Skip(Given)]);
        return operands[0].Type == result ? operands[Given].Type : throw Mismatch(Text, operands[0].Type, result);
    }

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => 5 * Geometry.Pairs * Geometry.Width;
}

/// <summary>What an attention, or its gradient, gives besides.</summary>
internal enum AttentionPartKind
{
    /// <summary>The log-sum-exp of each row of scores, from which the gradient computes the weights again.</summary>
    Normalizers,

    /// <summary>The gradient of keys and values that come from another sequence.</summary>
    SourceGradient,
}

/// <summary>Something that is computed together with an attention or its gradient.</summary>
internal sealed record AttentionPart(AttentionPartKind Kind, TensorType Result) : Operation
{
    public override string Text => $"{(Kind == AttentionPartKind.Normalizers ? "normalizers" : "source gradient")} of";

    public override bool IsCompanion => true;

    public override TensorType Infer(IReadOnlyList<Value> operands) => Result;
}

/// <summary>
/// Pairs of features turned by angles that grow with the position (Su et al. 2021, "RoFormer", equation 15; feature i goes with feature i + d/2 of its head):
/// of the first heads of each row, the rest as it is.
/// </summary>
/// <param name="Heads">The heads that are turned.</param>
/// <param name="Size">The width of a head.</param>
/// <param name="Base">The base of the angles' geometric sequence.</param>
/// <param name="IsInverse">Whether they are turned back: the transpose.</param>
internal sealed record Rotation(int Heads, int Size, double Base, bool IsInverse) : Operation
{
    public override string Text => $"{(IsInverse ? "inverse " : string.Empty)}rotation of {Heads} heads of";

    /// <summary>Operands: the rows, and, in a step of generation, the position of each example.</summary>
    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type is { IsBatched: true, Shape.Rank: 2 } type && type.Shape.Columns >= Heads * Size ? type : throw Mismatch(Text, operands[0].Type);
}

namespace ModelDsl.Generator.Graph;

/// <summary>
/// The losses of a connectionist temporal classification (Graves et al. 2006), one for each example. Operands: the logarithms of the probabilities [n, t, c], the class indices
/// [n, u], and, where examples are shorter than declared, the number of steps of each.
/// </summary>
/// <param name="Blank">The class that stands for no label.</param>
internal sealed record CTC(int Blank) : Operation
{
    /// <summary>The operands before the lengths.</summary>
    public const int Sources = 2;

    public override string Text => $"ctc (blank {Blank}) of";

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type is { IsBatched: true, Kind: ElementKind.Real, Shape.Rank: 2 } && operands[1].Type is { IsBatched: true, Kind: ElementKind.Index, Shape.Rank: 1 }
            ? TensorType.Batched(Shape.Scalar)
            : throw Mismatch(Text, operands[0].Type, operands[1].Type);
}

/// <summary>The gradient of each example's loss with respect to the logarithms, which is computed together with the losses.</summary>
internal sealed record CTCSlope(TensorType Result) : Operation
{
    public override string Text => "slope of";

    public override bool IsCompanion => true;

    public override TensorType Infer(IReadOnlyList<Value> operands) => Result;
}

namespace ModelDsl.Generator.Graph;

internal enum ResampleKind
{
    Nearest,
    Bilinear,
}

/// <summary>An image enlarged by whole factors.</summary>
/// <param name="Kind">How pixels between pixels are found.</param>
/// <param name="Small">The shape of the small image.</param>
/// <param name="FactorHeight">The factor of its height.</param>
/// <param name="FactorWidth">The factor of its width.</param>
/// <param name="IsGradient">Whether this is the transpose: the gradient of the small image from that of the large one.</param>
internal sealed record Resample(ResampleKind Kind, Shape Small, int FactorHeight, int FactorWidth, bool IsGradient = false) : Operation
{
    public override string Text => $"{(IsGradient ? "gradient of " : string.Empty)}{Kind.ToString().ToLowerInvariant()} resample {FactorHeight}×{FactorWidth} of";

    private Shape Large => new(Small[0] * FactorHeight, Small[1] * FactorWidth, Small[2]);

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type == TensorType.Batched(IsGradient ? Large : Small) ? TensorType.Batched(IsGradient ? Small : Large) : throw Mismatch(Text, operands[0].Type);
}

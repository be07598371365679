namespace ModelDsl.Generator.Graph;

internal enum PoolKind
{
    Max,
    Average,
}

/// <summary>The maximum or the mean of each window, channel by channel. What lies outside the map does not count.</summary>
internal sealed record Pool(PoolKind Kind, WindowGeometry Geometry) : Operation
{
    public override string Text => $"{Kind.ToString().ToLowerInvariant()} pool {Geometry} of";

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type == TensorType.Batched(Geometry.Input) ? TensorType.Batched(Geometry.Output) : throw Mismatch(Text, operands[0].Type);
}

/// <summary>Where in each window the first maximum stands: what the gradient of a maximum needs, in a byte or two. Computed together with the maximum.</summary>
internal sealed record PoolIndex(WindowGeometry Geometry) : Operation
{
    public override string Text => $"place of max pool {Geometry} of";

    public override TensorType Infer(IReadOnlyList<Value> operands) => new(
        Geometry.Output, IsBatched: true, Geometry.KernelHeight * Geometry.KernelWidth <= 1 << 8 ? ElementKind.Byte : ElementKind.Short);
}

/// <summary>The gradient of what a window slid over: of a mean from the gradient of the result, of a maximum also from its places.</summary>
internal sealed record PoolGradient(PoolKind Kind, WindowGeometry Geometry) : Operation
{
    public override string Text => $"gradient of {Kind.ToString().ToLowerInvariant()} pool {Geometry} of";

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type == TensorType.Batched(Geometry.Output) ? TensorType.Batched(Geometry.Input) : throw Mismatch(Text, operands[0].Type);
}

namespace ModelDsl.Generator.Graph;

/// <summary>A box of each example.</summary>
/// <param name="Starts">Where it begins along each axis.</param>
/// <param name="Shape">Its sizes.</param>
internal sealed record Slice(EquatableArray<int> Starts, Shape Shape) : Operation
{
    public override string Text => $"slice {Shape} from ({string.Join(", ", Starts)}) of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType type = operands[0].Type;
        bool fits = type.Shape.Rank == Shape.Rank && Enumerable.Range(0, Shape.Rank).All(axis => Starts[axis] >= 0 && Starts[axis] + Shape[axis] <= type.Shape[axis]);
        return fits ? type with { Shape = Shape } : throw Mismatch(Text, type);
    }
}

/// <summary>Each example in a larger box of zeros.</summary>
/// <param name="Starts">Where it begins along each axis.</param>
/// <param name="Shape">The sizes of the larger box.</param>
internal sealed record Pad(EquatableArray<int> Starts, Shape Shape) : Operation
{
    public override string Text => $"pad to {Shape} from ({string.Join(", ", Starts)}) of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType type = operands[0].Type;
        bool fits = type.Shape.Rank == Shape.Rank && Enumerable.Range(0, Shape.Rank).All(axis => Starts[axis] >= 0 && Starts[axis] + type.Shape[axis] <= Shape[axis]);
        return fits ? type with { Shape = Shape } : throw Mismatch(Text, type);
    }
}

namespace ModelDsl.Generator.Graph;

/// <summary>The axes of each example in another order: axis i of the result is axis <c>Axes[i]</c> of the operand.</summary>
internal sealed record Transpose(EquatableArray<int> Axes) : Operation
{
    public override string Text => $"transpose to ({string.Join(", ", Axes)}) of";

    /// <summary>The order that undoes this one.</summary>
    public EquatableArray<int> Inverse => new([.. Enumerable.Range(0, Axes.Count).Select(axis => Array.IndexOf(Axes.ToArray(), axis))]);

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType type = operands[0].Type;
        return type.Shape.Rank == Axes.Count ? type with { Shape = new Shape([.. Axes.Select(axis => type.Shape[axis])]) } : throw Mismatch(Text, type);
    }
}

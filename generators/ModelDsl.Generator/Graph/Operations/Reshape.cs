namespace ModelDsl.Generator.Graph;

/// <summary>The same elements under another shape. Costs nothing.</summary>
internal sealed record Reshape(Shape Shape) : Operation
{
    public override string Text => "reshape of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType type = operands[0].Type;
        return type.Size == Shape.Size ? type with { Shape = Shape } : throw Mismatch($"reshape to {Shape}", type);
    }
}

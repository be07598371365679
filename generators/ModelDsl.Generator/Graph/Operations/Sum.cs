namespace ModelDsl.Generator.Graph;

/// <summary>The axes that a sum runs over.</summary>
internal enum SumAxes
{
    /// <summary>The last axis: [n, …, c] to [n, …].</summary>
    Last,

    /// <summary>The axes between the batch and the last: [n, h, w, c] to [n, c].</summary>
    Middle,

    /// <summary>The batch and as many leading axes as leave the shape of the result: [n, …, c] to [c].</summary>
    Leading,

    /// <summary>All: to a scalar.</summary>
    All,
}

/// <summary>A sum along axes: what broadcasting turns into when it is differentiated.</summary>
/// <param name="Axes">The axes summed over.</param>
/// <param name="Result">The type of the result.</param>
internal sealed record Sum(SumAxes Axes, TensorType Result) : Operation
{
    public override string Text => $"sum {Axes.ToString().ToLowerInvariant()} axes of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType type = operands[0].Type;
        bool fits = Axes switch
        {
            SumAxes.Last => type.Shape.Rank > 0 && Result == type with { Shape = type.Shape.Leading },
            SumAxes.Middle => type.IsBatched && Result == TensorType.Batched(new Shape(type.Shape.Columns)),
            SumAxes.Leading => !Result.IsBatched && type.Shape.EndsWith(Result.Shape),
            _ => Result == TensorType.Scalar,
        };
        return fits ? Result : throw Mismatch($"sum to {Result}", type);
    }
}

namespace ModelDsl.Generator.Graph;

/// <summary>What a step is given from outside.</summary>
internal enum SourceKind
{
    /// <summary>The examples' features.</summary>
    Input,

    /// <summary>Target values.</summary>
    Target,

    /// <summary>Target class indices.</summary>
    Labels,

    /// <summary>One weight for each example.</summary>
    ExampleWeights,

    /// <summary>In a step through a sequence: the number of the step.</summary>
    Position,

    /// <summary>In a loop: the lengths of the examples.</summary>
    Lengths,

    /// <summary>In a loop: the gradient of a turn's output.</summary>
    Upstream,
}

/// <summary>A value that comes from outside.</summary>
internal sealed record Source(SourceKind Kind, TensorType Type) : Operation
{
    public override string Text => Kind.ToString().ToLowerInvariant();

    public override TensorType Infer(IReadOnlyList<Value> operands) => Type;
}

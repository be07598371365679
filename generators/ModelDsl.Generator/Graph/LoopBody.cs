namespace ModelDsl.Generator.Graph;

/// <summary>
/// One turn of a loop as a graph of its own: a function of its input and of the first turn's parameters, and, once differentiated, of the gradient of its
/// output. Parameters of turn i lie i strides further on.
/// </summary>
/// <param name="name">The turns by name, such as <c>basicUnit1…3</c>.</param>
/// <param name="count">The number of turns, at least 2.</param>
/// <param name="graph">The graph.</param>
/// <param name="input">The turn's input.</param>
/// <param name="output">What the turn gives, of the same type.</param>
internal sealed class LoopBody(string name, int count, TensorGraph graph, Value input, Value output)
{
    public string Name { get; } = name;

    public int Count { get; } = count;

    public TensorGraph Graph { get; } = graph;

    public Value Input { get; } = input;

    public Value Output { get; } = output;

    /// <summary>Where the turns' trained parameters lie.</summary>
    public required Stretch Trained { get; init; }

    /// <summary>Where the turns' buffers lie.</summary>
    public required Stretch Buffers { get; init; }

    /// <summary>Where the turns' states lie, of a sequence that is gone through step by step.</summary>
    public Stretch States { get; init; }

    /// <summary>What the turn measures for each buffer.</summary>
    public required IReadOnlyDictionary<Parameter, Value> Measured { get; init; }

    /// <summary>The gradients, once the loop has been differentiated.</summary>
    public LoopDerivative? Derivative { get; set; }

    public long ForwardMultiplyAdds => MultiplyAdds(Graph.Values.Where(value => value.Id <= Output.Id));

    public long BackwardMultiplyAdds => MultiplyAdds(Graph.Values.Where(value => value.Id > Output.Id));

    /// <summary>Whether there is something to train in it.</summary>
    public bool HasParameters => Trained.Stride > 0;

    /// <summary>Whether the gradient reads a value (or what only views it).</summary>
    public bool IsReadBackward(Value value) => Graph.Values.Any(later => later.Id > Output.Id && later.Operands.Any(operand => operand.Resolved == value.Resolved));

    private static long MultiplyAdds(IEnumerable<Value> values) => values.Sum(value => value.Operation.MultiplyAdds(value.Operands, value.Type));
}

/// <summary>A turn's gradients.</summary>
/// <param name="Input">The gradient of its input.</param>
/// <param name="Gradients">The gradient of each parameter that the output depends on.</param>
/// <param name="ByValue">The gradient of each value that has one.</param>
/// <param name="Slopes">What the forward pass computes for them.</param>
internal sealed record LoopDerivative(
    Value Input, IReadOnlyDictionary<Parameter, Value> Gradients, IReadOnlyDictionary<Value, Value> ByValue, IReadOnlyList<Value> Slopes);

using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>The graph under construction, as a layer sees it while it lowers itself.</summary>
internal sealed class Lowering
{
    private readonly Streams streams;
    private readonly int? steps;
    private readonly Dictionary<string, Value> parameters = [];
    private readonly Dictionary<Parameter, Value> measured = [];

    /// <param name="graph">The graph to build.</param>
    /// <param name="isTraining">Whether it is the one that trains.</param>
    /// <param name="steps">The steps of a sequence, where the graph is of one of them; null where it is of whole examples.</param>
    public Lowering(TensorGraph graph, bool isTraining, int? steps = null)
        : this(graph, isTraining, steps, new Streams())
    {
    }

    private Lowering(TensorGraph graph, bool isTraining, int? steps, Streams streams)
    {
        Graph = graph;
        IsTraining = isTraining;
        this.steps = steps;
        this.streams = streams;
    }

    public TensorGraph Graph { get; }

    /// <summary>Whether this is the graph that trains; inference has no dropout.</summary>
    public bool IsTraining { get; }

    /// <summary>What the step measured for each buffer, by the parameter.</summary>
    public IReadOnlyDictionary<Parameter, Value> Measured => measured;

    /// <summary>Makes the current layer's buffer of this role follow a value of the training graph.</summary>
    public void Track(string role, Value value) => measured[(Parameter)parameters[role].Operation] = value;

    /// <summary>The table of the first embedding.</summary>
    public Value? Table { get; set; }

    /// <summary>The lengths of the examples of the current sequence, where it has any.</summary>
    public Value? SequenceLengths { get; set; }

    /// <summary>The lengths of the examples that the current layer gets, null where all steps count.</summary>
    public Value? Lengths { get; private set; }

    /// <summary>Of blocks side by side that are joined: the lengths of the examples of what each gives, null where all steps count.</summary>
    public IReadOnlyList<Value?> BranchLengths { get; set; } = [];

    /// <summary>The elements that a sequence carries from step to step.</summary>
    public int StateSize { get; private set; }

    /// <summary>The rows of a table with a row for each position.</summary>
    public Value AtPositions(Value table) => steps is null ? table : Graph.Gather(table, Graph.Position());

    /// <summary>Attention of the positions of one sequence.</summary>
    public Value Attended(AttentionGeometry geometry, Value projected)
    {
        if (steps is not { } keys)
        {
            return Graph.Attention(geometry, WithLengths(projected));
        }

        AttentionGeometry all = geometry with { Keys = keys, IsSelf = false };
        return Graph.StepAttention(all, TakeState(StepAttention.StateSize(all)), projected, Graph.Position());
    }

    /// <summary>Features turned by their position.</summary>
    public Value Rotated(Value projected, Rotation rotation) => steps is null ? Graph.Rotation(rotation, projected) : Graph.Rotation(rotation, projected, Graph.Position());

    /// <summary>The states of a recurrent cell.</summary>
    public Value Recurred(RecurrenceGeometry geometry, bool hasBias, params Value[] operands) => steps is null
        ? Graph.Recurrence(geometry, hasBias, WithLengths(operands))
        : Graph.StepRecurrence(geometry, hasBias, TakeState(geometry.States * geometry.Units), operands);

    /// <summary>The steps in reverse, of those that count.</summary>
    public Value Reversed(Value value) => Graph.Reversal(WithLengths(value));

    /// <summary>The value with 0 in place of steps that do not count.</summary>
    public Value Masked(Value value) =>
        Lengths is null ? value : Graph.Map(ScalarMath.Multiply(ScalarMath.Arg(0), ScalarMath.Arg(1)), value, Graph.StepsBelow(Lengths, value.Type.Shape[0]));

    private Value[] WithLengths(params Value[] operands) => Lengths is null ? operands : [.. operands, Lengths];

    /// <summary>The shape of a whole sequence, of which one of this shape is a part.</summary>
    public Shape Whole(Shape shape) => steps is { } all ? shape.With(0, all) : shape;

    /// <summary>Where so many more elements lie among what a sequence carries from step to step.</summary>
    public int TakeState(int size)
    {
        StateSize = checked(StateSize + size);
        return StateSize - size;
    }

    /// <summary>A random stream of its own.</summary>
    public Scalar.Uniform NextStream() => new Scalar.Uniform(streams.Count++);

    /// <summary>The current layer's parameter of this role.</summary>
    public Value Parameter(string role) => parameters[role];

    /// <summary>Makes the parameters of the layer that is lowered next known.</summary>
    public void Enter(NetworkLayer layer)
    {
        Enter(layer, layer.Name);
        parameters.Clear();
        foreach (NetworkParameter parameter in layer.Parameters)
        {
            parameters[parameter.Spec.Role] = Graph.Parameter(parameter.Index, parameter.Name, parameter.Spec.Shape);
        }
    }

    /// <summary>Makes a step that has no parameters of its own the current one.</summary>
    public void Enter(NetworkNode node, string name)
    {
        Graph.CurrentLayer = name;
        Lengths = node.HasLengths ? SequenceLengths : null;
    }

    /// <summary>The lowering of a part of the same network that has a graph of its own.</summary>
    public Lowering For(TensorGraph part) => new(part, IsTraining, steps, streams) { SequenceLengths = SequenceLengths is null ? null : part.Lengths() };

    /// <summary>The random streams handed out so far.</summary>
    private sealed class Streams
    {
        public int Count { get; set; }
    }
}

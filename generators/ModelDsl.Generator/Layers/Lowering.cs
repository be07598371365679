using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>The graph under construction, as a layer sees it while it lowers itself.</summary>
internal sealed class Lowering(TensorGraph graph, bool isTraining)
{
    private readonly Dictionary<string, Value> parameters = [];
    private readonly Dictionary<Parameter, Value> measured = [];

    public TensorGraph Graph { get; } = graph;

    /// <summary>Whether this is the graph that trains; inference has no dropout.</summary>
    public bool IsTraining { get; } = isTraining;

    /// <summary>The number of random streams handed out.</summary>
    public int StreamCount { get; private set; }

    /// <summary>What the step measured for each buffer, by the parameter.</summary>
    public IReadOnlyDictionary<Parameter, Value> Measured => measured;

    /// <summary>Makes the current layer's buffer of this role follow a value of the training graph.</summary>
    public void Track(string role, Value value) => measured[(Parameter)parameters[role].Operation] = value;

    /// <summary>A random stream of its own.</summary>
    public Scalar NextStream() => new Scalar.Uniform(StreamCount++);

    /// <summary>The current layer's parameter of this role.</summary>
    public Value Parameter(string role) => parameters[role];

    /// <summary>Makes the parameters of the layer that is lowered next known.</summary>
    public void Enter(NetworkLayer layer)
    {
        Graph.CurrentLayer = layer.Name;
        parameters.Clear();
        foreach (NetworkParameter parameter in layer.Parameters)
        {
            parameters[parameter.Spec.Role] = Graph.Parameter(parameter.Index, parameter.Name, parameter.Spec.Shape);
        }
    }
}

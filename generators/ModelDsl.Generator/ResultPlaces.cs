using ModelDsl.Generator.Differentiation;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;
using Buffer = ModelDsl.Generator.Planning.Buffer;

namespace ModelDsl.Generator;

/// <summary>Collects what a program and the turns of its loops compute for the flat arrays, and where each of it lies.</summary>
internal sealed class ResultPlaces(IReadOnlyList<NetworkParameter> parameters)
{
    private readonly Dictionary<Value, Buffer> homes = [];
    private readonly Dictionary<LoopBody, ProgramResults> bodies = [];

    /// <summary>The place of each result that has one.</summary>
    public IReadOnlyDictionary<Value, Buffer> Homes => homes;

    /// <summary>The results of one turn of each loop.</summary>
    public IReadOnlyDictionary<LoopBody, ProgramResults> Bodies => bodies;

    /// <summary>A result that lies in an array of its own.</summary>
    public KeyValuePair<string, Value> Add(string name, Value value, Buffer place)
    {
        homes.Add(value.Resolved, place);
        return new KeyValuePair<string, Value>(name, value);
    }

    /// <summary>The gradient of each parameter and what was measured for each buffer, loops included.</summary>
    public IEnumerable<KeyValuePair<string, Value>> OfTraining(TensorGraph graph, Adjoints adjoints, IReadOnlyDictionary<Parameter, Value> measured)
    {
        List<KeyValuePair<string, Value>> results = [.. OfParameters(graph, adjoints.Gradients.Concat(measured), Home.Gradients)];
        foreach (Value value in Loops(graph))
        {
            results.AddRange(OfLoop(graph, value));
        }

        return results;
    }

    /// <summary>Finds the loops of a graph that is not trained.</summary>
    public void AddLoops(TensorGraph graph)
    {
        foreach (LoopBody body in Loops(graph).Select(value => ((Loop)value.Operation).Body))
        {
            AddLoops(body.Graph);
            bodies.Add(body, new ProgramResults([Output(body)], []));
        }
    }

    private static Value[] Loops(TensorGraph graph) => [.. graph.Values.Where(value => value.Operation is Loop)];

    private KeyValuePair<string, Value> Output(LoopBody body) => Add("output", body.Output, new Buffer(Home.Output, 0, (int)body.Output.Type.Size));

    /// <summary>Adds the results of a loop's turn.</summary>
    /// <returns>The loop's own: the stretches with what all turns measured, and with their gradients.</returns>
    private IEnumerable<KeyValuePair<string, Value>> OfLoop(TensorGraph graph, Value loop)
    {
        LoopBody body = ((Loop)loop.Operation).Body;
        List<KeyValuePair<string, Value>> first = [Output(body), .. OfParameters(body.Graph, body.Measured, Home.Measured)], second = [];
        if (body.Derivative is { } derivative)
        {
            first.AddRange(derivative.Slopes.Select(slope => new KeyValuePair<string, Value>("slope", slope)));
            second.Add(Add("gradient of input", derivative.Input, new Buffer(Home.InputGradient, 0, (int)derivative.Input.Type.Size)));
            second.AddRange(OfParameters(body.Graph, derivative.Gradients, Home.Gradients));
        }

        foreach (Value inner in Loops(body.Graph))
        {
            foreach (KeyValuePair<string, Value> result in OfLoop(body.Graph, inner))
            {
                (((LoopPart)result.Value.Operation).Kind == LoopPartKind.Measured ? first : second).Add(result);
            }
        }

        bodies.Add(body, new ProgramResults(first, second));
        return [.. Part(graph, LoopPartKind.Measured, loop, body.Buffers), .. Part(graph, LoopPartKind.Gradients, GradientOf(graph, body), body.Trained)];
    }

    private static Value? GradientOf(TensorGraph graph, LoopBody body) =>
        graph.Values.FirstOrDefault(value => value.Operation is LoopGradient gradient && gradient.Body == body);

    private IEnumerable<KeyValuePair<string, Value>> Part(TensorGraph graph, LoopPartKind kind, Value? loop, Stretch stretch)
    {
        if (loop is not null && stretch.Stride > 0)
        {
            LoopBody body = loop.Operation is Loop forward ? forward.Body : ((LoopGradient)loop.Operation).Body;
            graph.CurrentLayer = loop.Layer;
            yield return Add($"{kind.ToString().ToLowerInvariant()} of {body.Name}", graph.LoopPart(body, kind, loop), new Buffer(Home.Gradients, stretch.Offset, stretch.Stride * body.Count));
        }
    }

    private IEnumerable<KeyValuePair<string, Value>> OfParameters(TensorGraph graph, IEnumerable<KeyValuePair<Parameter, Value>> values, Home home)
    {
        foreach (KeyValuePair<Parameter, Value> entry in values.OrderBy(entry => entry.Key.Index))
        {
            // Two parameters with one gradient, such as biases that are added, have a place each.
            Value place = entry.Value;
            while (homes.ContainsKey(place.Resolved) || place.Resolved.Operation is Source)
            {
                place = graph.Copy(place);
            }

            NetworkParameter parameter = parameters[entry.Key.Index];
            yield return Add($"{(parameter.Spec.IsBuffer ? "measured" : "gradient of")} {entry.Key.Name}", place, new Buffer(home, parameter.Offset, (int)entry.Key.Shape.Size));
        }
    }
}

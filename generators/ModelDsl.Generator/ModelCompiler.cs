using ModelDsl.Generator.Differentiation;
using ModelDsl.Generator.Emission;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Parsing;
using ModelDsl.Generator.Planning;
using Buffer = ModelDsl.Generator.Planning.Buffer;

namespace ModelDsl.Generator;

/// <summary>The phases in their order: from what a developer wrote to C#.</summary>
internal static class ModelCompiler
{
    /// <summary>The C# of a model; of one with faults, members that compile and throw.</summary>
    public static string Compile(ModelSpec spec) =>
        spec.IsComplete && NetworkInference.Infer(spec, new List<Fault>()) is { } network
            ? ModelEmitter.Emit(Compile(spec, network))
            : ModelEmitter.EmitInvalid(spec);

    public static CompiledModel Compile(ModelSpec spec, Network network)
    {
        LoweredNetwork inference = NetworkLowering.Lower(network, isTraining: false);
        LoweredNetwork? training = network.Loss is null ? null : NetworkLowering.Lower(network, isTraining: true);
        Dictionary<Constant, string> constants = [];
        foreach (Constant constant in inference.Graph.Values.Select(value => value.Operation).OfType<Constant>().Distinct())
        {
            constants.Add(constant, $"Table{constants.Count}");
        }

        return new CompiledModel(
            spec,
            network,
            training is null ? null : Train(spec, network, training, constants),
            Infer(spec, network, inference, constants),
            Results(training),
            Results(inference),
            constants);
    }

    /// <summary>The program of a training step: loss, its weight, and the gradient of every parameter.</summary>
    private static ProgramContext Train(ModelSpec spec, Network network, LoweredNetwork lowered, IReadOnlyDictionary<Constant, string> constants)
    {
        Adjoints adjoints = ReverseMode.Differentiate(lowered.Graph, lowered.Loss!);
        NetworkParameter[] parameters = [.. network.Parameters];
        List<KeyValuePair<string, Value>> results = [new("loss", lowered.Loss!), new("weight", lowered.LossWeight!)];
        Dictionary<Value, Buffer> homes = [];
        foreach (KeyValuePair<Parameter, Value> gradient in adjoints.Gradients.Concat(lowered.Measured).OrderBy(gradient => gradient.Key.Index))
        {
            // Two parameters with one gradient, such as biases that are added, have a place each.
            Value place = gradient.Value;
            while (homes.ContainsKey(Fusion.Resolve(place)))
            {
                place = lowered.Graph.Copy(place);
            }

            results.Add(new($"{(parameters[gradient.Key.Index].Spec.IsBuffer ? "measured" : "gradient of")} {gradient.Key.Name}", place));
            homes.Add(Fusion.Resolve(place), new Buffer(Home.Gradients, parameters[gradient.Key.Index].Offset, (int)gradient.Key.Shape.Size));
        }

        MemoryPlan plan = MemoryPlanner.Plan(Fusion.Run(lowered.Graph, results, []), homes, ElementBytes(spec));
        return Context(spec, network, "Training", plan, new ValueNames(lowered.Graph.Values, adjoints.ByValue), constants);
    }

    /// <summary>The program of a prediction, followed by that of its loss.</summary>
    private static ProgramContext Infer(ModelSpec spec, Network network, LoweredNetwork lowered, IReadOnlyDictionary<Constant, string> constants)
    {
        KeyValuePair<string, Value>[] first = [new("prediction", lowered.Prediction)];
        KeyValuePair<string, Value>[] second = lowered.Loss is null ? [] : [new("loss", lowered.Loss), new("weight", lowered.LossWeight!)];
        Dictionary<Value, Buffer> homes = new() { [Fusion.Resolve(lowered.Prediction)] = new Buffer(Home.Output, 0, (int)network.Output.Size) };
        MemoryPlan plan = MemoryPlanner.Plan(Fusion.Run(lowered.Graph, first, second), homes, ElementBytes(spec));
        return Context(spec, network, "Inference", plan, new ValueNames(lowered.Graph.Values, new Dictionary<Value, Value>()), constants);
    }

    private static int ElementBytes(ModelSpec spec) => spec.IsDouble ? sizeof(double) : sizeof(float);

    private static ProgramContext Context(ModelSpec spec, Network network, string title, MemoryPlan plan, ValueNames names, IReadOnlyDictionary<Constant, string> constants) =>
        new(spec.Name, title, spec.IsDouble ? "double" : "float", plan, names, [.. network.Parameters.Select(parameter => parameter.Offset)], constants);

    private static (Value Loss, Value Weight)? Results(LoweredNetwork? lowered) =>
        lowered?.Loss is { } loss ? (loss, lowered.LossWeight!) : null;
}

using ModelDsl.Generator.Costs;
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
        LoweredNetwork? training = !network.IsTrained ? null : NetworkLowering.Lower(network, isTraining: true);
        Dictionary<Operation, string> constants = [];
        foreach (Operation constant in Constants(inference.Graph).Distinct())
        {
            constants.Add(constant, $"Table{constants.Count}");
        }

        ProgramContext? train = training is null ? null : Train(spec, network, training, constants);
        ProgramContext infer = Infer(spec, network, inference, constants);
        return new CompiledModel(
            spec,
            network,
            new NetworkCost(network, ElementBytes(spec), infer.Plan, train is null ? null : (train.Plan, training!.Loss!)),
            train,
            infer,
            StepRules.IsStepwise(network) ? Step(spec, network, constants) : null,
            Results(training),
            Results(inference),
            constants);
    }

    /// <summary>The tables of a graph and of its loops.</summary>
    private static IEnumerable<Operation> Constants(TensorGraph graph) => graph.Values.SelectMany(value => value.Operation switch
    {
        Constant or Sinusoids => [value.Operation],
        Loop loop => Constants(loop.Body.Graph),
        _ => Enumerable.Empty<Operation>(),
    });

    /// <summary>The program of a training step: loss, its weight, and the gradient of every parameter.</summary>
    private static ProgramContext Train(ModelSpec spec, Network network, LoweredNetwork lowered, IReadOnlyDictionary<Operation, string> constants)
    {
        Adjoints adjoints = ReverseMode.Differentiate(lowered.Graph, lowered.Loss!);
        ResultPlaces places = new([.. network.Parameters]);
        ProgramResults results = new(
            [new("loss", lowered.Loss!), new("weight", lowered.LossWeight!), .. places.OfTraining(lowered.Graph, adjoints, lowered.Measured)], []);
        return Context(spec, network, "Training", lowered.Graph, results, places, adjoints.ByValue, constants);
    }

    /// <summary>The program of a prediction, followed by that of its loss.</summary>
    private static ProgramContext Infer(ModelSpec spec, Network network, LoweredNetwork lowered, IReadOnlyDictionary<Operation, string> constants)
    {
        ResultPlaces places = new([.. network.Parameters]);
        places.AddLoops(lowered.Graph);
        ProgramResults results = new(
            [places.Add("prediction", lowered.Prediction, new Buffer(Home.Output, 0, (int)network.Output.Size))],
            lowered.Loss is null ? [] : [new("loss", lowered.Loss), new("weight", lowered.LossWeight!)]);
        return Context(spec, network, "Inference", lowered.Graph, results, places, new Dictionary<Value, Value>(), constants, prepares: true);
    }

    /// <summary>The program of one step through a sequence.</summary>
    private static StepProgram Step(ModelSpec spec, Network network, IReadOnlyDictionary<Operation, string> constants)
    {
        LoweredNetwork lowered = NetworkLowering.LowerStep(network);
        ResultPlaces places = new([.. network.Parameters]);
        places.AddLoops(lowered.Graph);
        ProgramResults results = new([places.Add("prediction", lowered.Prediction, new Buffer(Home.Output, 0, (int)lowered.Prediction.Type.Size))], []);
        return new StepProgram(Context(spec, network, "Step", lowered.Graph, results, places, new Dictionary<Value, Value>(), constants), lowered.StateSize);
    }

    private static int ElementBytes(ModelSpec spec) => spec.IsDouble ? sizeof(double) : sizeof(float);

    private static ProgramContext Context(
        ModelSpec spec,
        Network network,
        string title,
        TensorGraph graph,
        ProgramResults results,
        ResultPlaces places,
        IReadOnlyDictionary<Value, Value> adjoints,
        IReadOnlyDictionary<Operation, string> constants,
        bool prepares = false)
    {
        MemoryPlan plan = MemoryPlanner.Plan(Fusion.Run(graph, results, places.Bodies, prepares), places.Homes, ElementBytes(spec));
        return new ProgramContext(spec.Name, title, spec.IsDouble ? "double" : "float", plan, new ValueNames(graph.Values, adjoints), [.. network.Parameters], constants);
    }

    private static (Value Loss, Value Weight)? Results(LoweredNetwork? lowered) =>
        lowered?.Loss is { } loss ? (loss, lowered.LossWeight!) : null;
}

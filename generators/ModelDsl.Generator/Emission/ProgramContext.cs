using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Emission;

/// <summary>What the emission of one program needs to know: its plan, its names, and how the places of values are written.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Title">What the program is for: <c>Training</c> or <c>Inference</c>.</param>
/// <param name="Element">The C# element type.</param>
/// <param name="Plan">The memory plan.</param>
/// <param name="Names">The names of values.</param>
/// <param name="Parameters">The parameters, with their places in the flat arrays.</param>
/// <param name="ConstantNames">The field that holds each constant table.</param>
/// <param name="IsTurn">Whether it is one turn of a loop.</param>
internal sealed record ProgramContext(
    string Model,
    string Title,
    string Element,
    MemoryPlan Plan,
    ValueNames Names,
    IReadOnlyList<NetworkParameter> Parameters,
    IReadOnlyDictionary<Operation, string> ConstantNames,
    bool IsTurn = false)
{
    public IReadOnlyList<Region> Regions => Plan.Program.Regions;

    /// <summary>Whether the program computes gradients, so that its weights change from run to run.</summary>
    public bool IsTraining => Plan.Buffers.Values.Any(place => place.Home == Home.Gradients);

    /// <summary>The program of one turn of a loop.</summary>
    public ProgramContext TurnOf(LoopBody body)
    {
        IReadOnlyDictionary<Value, Value> adjoints = body.Derivative?.ByValue ?? new Dictionary<Value, Value>();
        return this with { Title = TitleOf(body), Plan = Plan.Bodies[body], Names = new ValueNames(body.Graph.Values, adjoints), IsTurn = true };
    }

    /// <summary>What the methods of a loop's turn are called before their number.</summary>
    public string TitleOf(LoopBody body) => $"{Title}Loop{Plan.Bodies.Keys.ToList().IndexOf(body) + 1}Part";

    /// <summary>The name of a region's file-local struct.</summary>
    public string StructOf(int region) => $"{Model}{Title}{region}";

    /// <summary>The address of a value's first element, as an expression over <c>run</c>.</summary>
    public string AddressOf(Value value)
    {
        Value resolved = value.Resolved;
        return resolved.Operation switch
        {
            Source source => $"run.{source.Kind}",
            Parameter parameter => Flat("run.Parameters", Parameters[parameter.Index].Offset, IsTurn && Parameters[parameter.Index].Spec.IsBuffer),
            Constant or Sinusoids => $"Constants.{ConstantNames[resolved.Operation]}.Address",
            PoolIndex => $"({AddressOf(Plan.Buffers[resolved])}).As<{IndexType(resolved.Type)}>()",
            _ => AddressOf(Plan.Buffers[resolved]),
        };
    }

    /// <summary>The C# type of places of a window.</summary>
    private static string IndexType(TensorType type) => type.Kind == ElementKind.Byte ? "byte" : "ushort";

    /// <summary>The address of a buffer's first element.</summary>
    public static string AddressOf(Planning.Buffer buffer) => buffer.Home switch
    {
        Home.Arena or Home.Kept when buffer.Offset == 1 => $"run.{buffer.Home} + run.Batch",
        Home.Arena or Home.Kept when buffer.Offset > 0 => $"run.{buffer.Home} + (run.Batch * {buffer.Offset})",
        Home.Measured => Flat("run.Gradients", buffer.Offset, isBuffer: true),
        _ => CallWriter.At($"run.{buffer.Home}", buffer.Offset),
    };

    /// <summary>A place in one of the flat arrays. The turns of a loop are further apart, or less far, where their buffers lie.</summary>
    private static string Flat(string address, int offset, bool isBuffer) => isBuffer ? $"{address} + ({offset} + run.BufferShift)" : CallWriter.At(address, offset);
}

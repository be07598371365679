using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Emission;

/// <summary>What the emission of one program needs to know: its plan, its names, and how the places of values are written.</summary>
/// <param name="Model">The model's class name.</param>
/// <param name="Title">What the program is for: <c>Training</c> or <c>Inference</c>.</param>
/// <param name="Element">The C# element type.</param>
/// <param name="Plan">The memory plan.</param>
/// <param name="Names">The names of values.</param>
/// <param name="ParameterOffsets">The place of each parameter in the flat arrays.</param>
/// <param name="ConstantNames">The field that holds each constant table.</param>
internal sealed record ProgramContext(
    string Model, string Title, string Element, MemoryPlan Plan, ValueNames Names, IReadOnlyList<int> ParameterOffsets, IReadOnlyDictionary<Constant, string> ConstantNames)
{
    public IReadOnlyList<Region> Regions => Plan.Program.Regions;

    /// <summary>The name of a region's file-local struct.</summary>
    public string StructOf(int region) => $"{Model}{Title}{region}";

    /// <summary>The address of a value's first element, as an expression over <c>run</c>.</summary>
    public string AddressOf(Value value)
    {
        Value resolved = Fusion.Resolve(value);
        return resolved.Operation switch
        {
            Source source => $"run.{source.Kind}",
            Parameter parameter => Offset("run.Parameters", ParameterOffsets[parameter.Index]),
            Constant constant => $"Constants.{ConstantNames[constant]}.Address",
            PoolIndex => $"({AddressOf(Plan.Buffers[resolved])}).As<{IndexType(resolved.Type)}>()",
            _ => AddressOf(Plan.Buffers[resolved]),
        };
    }

    /// <summary>The C# type of places of a window.</summary>
    public static string IndexType(TensorType type) => type.Kind == ElementKind.Byte ? "byte" : "ushort";

    private static string AddressOf(Planning.Buffer buffer) => buffer.Home switch
    {
        Home.Arena when buffer.Offset == 1 => "run.Arena + run.Batch",
        Home.Arena when buffer.Offset > 0 => $"run.Arena + (run.Batch * {buffer.Offset})",
        _ => Offset($"run.{buffer.Home}", buffer.Offset),
    };

    private static string Offset(string address, int offset) => offset == 0 ? address : $"{address} + {offset}";
}

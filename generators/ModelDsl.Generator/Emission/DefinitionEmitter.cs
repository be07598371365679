using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the model's constant definition: shapes, parameters, layers and plans, for the library to read.</summary>
internal static class DefinitionEmitter
{
    public static void Write(SourceWriter writer, CompiledModel model)
    {
        Network network = model.Network;
        LossTarget target = network.Target;
        string targetKind = network.Loss is null ? "None" : target.IsLabels ? "ClassIndex" : "Values";
        writer.Block("private static class Constants", () =>
        {
            foreach (KeyValuePair<Constant, string> table in model.Constants)
            {
                string values = string.Join(", ", table.Key.Values.Select(Literals.Double));
                writer.Line($"public static readonly {Api.Kernels}ConstantTable<{model.Element}> {table.Value} = new({values});");
                writer.Line();
            }

            writer.Line($"public static readonly {Api.Root}ModelDefinition Definition = new()");
            writer.Braces(() =>
            {
                writer.Line($"Name = {Literals.Of(model.Spec.Name)},");
                writer.Line($"InputShape = {Literals.Array(network.Input.ToArray())},");
                writer.Line($"OutputShape = {Literals.Array(network.Output.ToArray())},");
                writer.Line($"TargetKind = {Api.Root}TargetKind.{targetKind},");
                writer.Line($"TargetSize = {(network.Loss is null ? 0 : target.Shape.Size)},");
                writer.Line($"ClassCount = {target.ClassCount},");
                if (target.IsBinary)
                {
                    writer.Line("HasBinaryTargets = true,");
                }

                List(writer, "Parameters", network.Parameters.Select(Parameter));
                List(writer, "Layers", network.Layers.Select(layer => Layer(layer, model)));
                Plan(writer, "Training", model.Training, model.TrainingResults);
                Plan(writer, "Inference", model.Inference, model.InferenceResults);
            }, "};");
        });
    }

    private static string Parameter(NetworkParameter parameter)
    {
        ParameterSpec spec = parameter.Spec;
        int[] axes = spec.InterchangeAxes;
        IEnumerable<int> strides = axes.Select(axis => Enumerable.Range(axis + 1, spec.Shape.Rank - axis - 1).Aggregate(1, (product, later) => product * spec.Shape[later]));
        return $"new({Literals.Of(parameter.Name)}, {Literals.Array(axes.Select(axis => spec.Shape[axis]))}, {parameter.Offset}, {Literals.Array(strides)}, "
            + $"{Api.Root}Initializer.{spec.Initializer}, {Literals.Double(spec.InitialValue)}, {spec.FanIn}, {spec.FanOut}, Decays: {(spec.Decays ? "true" : "false")}"
            + $"{(spec.IsBuffer ? $", Momentum: {Literals.Double(spec.Momentum)}" : string.Empty)})";
    }

    private static string Layer(NetworkLayer layer, CompiledModel model)
    {
        long operations = model.Inference.Regions
            .SelectMany(region => region.Members).Where(value => value.Layer == layer.Name).Sum(value => value.Operation.MultiplyAdds(value.Operands, value.Type));
        return $"new({Literals.Of(layer.Name)}, {Literals.Of(layer.Kind.Describe(layer.Spec))}, {Literals.Array(layer.Output.ToArray())}, {layer.TrainedSize}, {operations}L)";
    }

    private static void Plan(SourceWriter writer, string property, ProgramContext? program, (Value Loss, Value Weight)? results)
    {
        if (program is null)
        {
            writer.Line($"{property} = null,");
            return;
        }

        writer.Line($"{property} =");
        MemoryPlan plan = program.Plan;
        int Place(Value? value) => value is null ? -1 : plan.Buffers[Fusion.Resolve(value)].Offset;
        writer.Indented(() =>
        {
            writer.Line($"new(ArenaPerExample: {plan.ArenaSize}, ArenaLowerBound: {plan.ArenaLowerBound}, FixedElements: {plan.FixedSize}, LossOffset: {Place(results?.Loss)}, LossWeightOffset: {Place(results?.Weight)},");
            writer.Line("[");
            writer.Indented(() =>
            {
                int forward = results?.Loss.Id ?? int.MaxValue;
                foreach (Region region in program.Regions)
                {
                    writer.Line(RegionInfo(program, region, isForward: region.Members.All(member => member.Id <= forward)) + ",");
                }
            });
            writer.Line("]),");
        });
    }

    private static string RegionInfo(ProgramContext program, Region region, bool isForward)
    {
        IEnumerable<string> outputs = region.Stores.Where(value => value.Type.Kind == ElementKind.Real).Select(value => (value.Layer, Buffer: program.Plan.Buffers[value]))
            .Select(stored => $"new({Api.Root}BufferHome.{stored.Buffer.Home}, {stored.Buffer.Offset}, {stored.Buffer.Size}, {Literals.Of(stored.Layer)})");
        long operations = region.Members.Sum(value => value.Operation.MultiplyAdds(value.Operands, value.Type));
        return $"new({Literals.Of(region.Layer)}, {Literals.Of(string.Join("; ", Documentation.Formulas(program.Names, region)))}, {(isForward ? "true" : "false")}, [{string.Join(", ", outputs)}], {operations}L)";
    }

    private static void List(SourceWriter writer, string property, IEnumerable<string> rows)
    {
        writer.Line($"{property} =");
        writer.Line("[");
        writer.Indented(() =>
        {
            foreach (string row in rows)
            {
                writer.Line(row + ",");
            }
        });
        writer.Line("],");
    }
}

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
        string targetKind = target.IsNone ? "None" : target.IsLabels ? "ClassIndex" : "Values";
        writer.Block("private static class Constants", () =>
        {
            foreach (KeyValuePair<Operation, string> table in model.Constants)
            {
                string values = table.Key is Sinusoids sinusoids
                    ? $"{Api.Kernels}Sinusoids.Table({sinusoids.Length}, {sinusoids.Width})"
                    : string.Join(", ", ((Constant)table.Key).Values.Select(Literals.Double));
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
                writer.Line($"TargetSize = {target.Shape.Size},");
                writer.Line($"ClassCount = {target.ClassCount},");
                if (target.Ignored is { } ignored)
                {
                    writer.Line($"IgnoredLabel = {ignored},");
                }

                if (target.Blank is { } blank)
                {
                    writer.Line($"BlankLabel = {blank},");
                }

                if (target.IsBinary)
                {
                    writer.Line("HasBinaryTargets = true,");
                }

                if (network.Tokens.Count > 0)
                {
                    List(writer, "Tokens", network.Tokens.Select(tokens => $"new({tokens.Offset}, {tokens.Count}, {tokens.Vocabulary}{(tokens.IsLength ? ", IsLength: true" : string.Empty)})"));
                }

                if (network.Heads.Count > 0)
                {
                    List(writer, "Heads", network.Heads.Select(Head));
                }

                List(writer, "Parameters", SegmentRows.Parameters(network.Nodes));
                List(writer, "Layers", SegmentRows.Layers(model.Cost.Rows));
                Plan(writer, "Training", model.Training, model.TrainingResults);
                Plan(writer, "Inference", model.Inference, model.InferenceResults);
                if (model.Step is { } step)
                {
                    Plan(writer, "Step", step.Program, null);
                    writer.Line($"StateSize = {step.StateSize},");
                    writer.Line($"IsBounded = {(StepRules.IsBounded(network) ? "true" : "false")},");
                }
            }, "};");
        });
    }

    private static string Head(NetworkHead head)
    {
        LossTarget target = head.Target;
        return $"new({Literals.Of(head.Branch.Path)}, {head.Branch.Output.Size}, {target.Shape.Size}, {target.ClassCount}, {(target.IsBinary ? "true" : "false")})";
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
        int Place(Value? value) => value is null ? -1 : plan.Buffers[value.Resolved].Offset;
        writer.Indented(() =>
        {
            writer.Line($"new(ArenaPerExample: {plan.ArenaSize}, ArenaLowerBound: {plan.ArenaLowerBound}, FixedElements: {plan.FixedSize}, LossOffset: {Place(results?.Loss)}, LossWeightOffset: {Place(results?.Weight)},");
            writer.Line("[");
            writer.Indented(() =>
            {
                foreach (Region region in program.Regions)
                {
                    writer.Line(RegionInfo(program, region, isForward: results is not { } ends || region.IsForward(ends.Loss)) + ",");
                }
            });
            writer.Line(Ready(plan.Ready) is { Length: > 0 } ready ? $"]) {{ {ready} }}," : "]),");
        });
    }

    /// <summary>What of a plan is ready for all runs.</summary>
    private static string Ready(ReadyPlan ready)
    {
        List<string> properties = [];
        if (ready.PreparedSize > 0)
        {
            properties.Add($"PreparedElements = {ready.PreparedSize}");
        }

        if (ready.PackedSize > 0)
        {
            properties.Add($"PackedElements = {ready.PackedSize}, PacksForOne = {(ready.PacksForOne ? "true" : "false")}");
        }

        return string.Join(", ", properties);
    }

    private static string RegionInfo(ProgramContext program, Region region, bool isForward)
    {
        IEnumerable<string> outputs = region.Stores.Where(value => value.Type.Kind == ElementKind.Real && value.Operation is not LoopPart { Kind: LoopPartKind.Kept or LoopPartKind.KeptFixed }).Select(value => (value.Layer, Buffer: program.Plan.Buffers[value]))
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

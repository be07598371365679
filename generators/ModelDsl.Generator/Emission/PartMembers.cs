using ModelDsl.Generator.Layers;

namespace ModelDsl.Generator.Emission;

/// <summary>
/// Writes the members of a model with several inputs or outputs: predictions from one array for each input to one for each output, and the rows that
/// data holds, in which they lie one behind the other.
/// </summary>
internal sealed class PartMembers
{
    private const string Pool = "global::System.Buffers.ArrayPool";

    /// <summary>Names that the members use themselves.</summary>
    private static readonly string[] reserved = ["examples", "rows", "features", "predictions", "inputs", "outputs"];

    private readonly SourceWriter writer;
    private readonly string element;
    private readonly RowPart[] inputs;
    private readonly RowPart[] outputs;
    private readonly int[] tokenOffsets;

    private PartMembers(SourceWriter writer, CompiledModel model)
    {
        Network network = model.Network;
        this.writer = writer;
        element = model.Element;
        tokenOffsets = [.. network.Tokens.Select(tokens => tokens.Offset)];
        inputs = network.Inputs.Count > 0
            ? Parts(network.Inputs.Select(input => (input.Name, (int)input.Shape.Size, $"of shape {input.Shape}")))
            : [new RowPart("inputs", (int)network.Input.Size, 0, $"of shape {network.Input}")];
        outputs = network.Heads.Count > 0
            ? Parts(network.Heads.Select(head => (head.Branch.Path, (int)head.Branch.Output.Size, $"of shape {head.Branch.Output}")))
            : [new RowPart("outputs", (int)network.Output.Size, 0, $"of shape {network.Output}")];
    }

    public static void Write(SourceWriter writer, CompiledModel model)
    {
        Network network = model.Network;
        PartMembers members = new(writer, model);
        if (network.Inputs.Count > 0)
        {
            members.WriteJoin("JoinInputs", "Puts the inputs of examples together as data takes them: one example after the other.", members.inputs, [.. members.inputs.Select(members.ElementOf)]);
        }
        else if (network.Tokens.Count > 0)
        {
            members.WriteTokenPredict();
        }

        NetworkHead[] compared = [.. network.Heads.Where(head => !head.Target.IsNone)];
        if (compared.Length > 0)
        {
            RowPart[] targets = Parts(compared.Select(head => (head.Branch.Path, (int)head.Target.Shape.Size, head.Target.IsLabels ? "class indices" : "values")));
            string[] elements = [.. compared.Select(head => head.Target.IsLabels ? "int" : model.Element)];
            members.WriteJoin("JoinTargets", "Puts the targets of examples together as data takes them: one example after the other, class indices as numbers.", targets, elements);
        }

        // With one input and one output, what every model has is enough.
        if (network.Inputs.Count > 0 || network.Heads.Count > 1)
        {
            members.WritePredict();
        }
    }

    private static RowPart[] Parts(IEnumerable<(string Name, int Size, string Remark)> parts)
    {
        (string Name, int Size, string Remark)[] all = [.. parts];
        return [.. all.Select((part, i) => new RowPart(NameOf(part.Name, i), part.Size, all.Take(i).Sum(before => before.Size), part.Remark))];

        string NameOf(string name, int place)
        {
            string identifier = ValueNames.Identifier(name);
            bool isShared = all.Count(other => other.Name == name) > 1;
            return isShared || Keywords.Contains(identifier) || reserved.Contains(identifier) ? $"{identifier}{all.Take(place + 1).Count(other => other.Name == name)}" : identifier;
        }
    }

    private void WriteJoin(string method, string summary, RowPart[] parts, string[] elements)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        Describe(parts, "one example after the other");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A length does not fit.</exception>");
        int rowSize = parts.Sum(part => part.Size);
        writer.Block($"public static {element}[] {method}({string.Join(", ", parts.Zip(elements, (part, own) => $"global::System.ReadOnlySpan<{own}> {part.Name}"))})", () =>
        {
            WriteExamples(parts);
            writer.Line($"{element}[] rows = new {element}[checked(examples * {rowSize})];");
            WriteInserts(parts, rowSize);
            writer.Line("return rows;");
        });
        writer.Line();
    }

    private void WritePredict()
    {
        writer.Line("/// <summary>Predicts any number of examples. Thread-safe, and without allocation in the long run.</summary>");
        Describe(inputs, "one example after the other");
        Describe(outputs, "the predictions");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A length does not fit.</exception>");
        int rowSize = inputs.Sum(part => part.Size), outputSize = outputs.Sum(part => part.Size);
        IEnumerable<string> parameters = inputs.Select(part => $"global::System.ReadOnlySpan<{ElementOf(part)}> {part.Name}").Concat(outputs.Select(part => $"global::System.Span<{element}> {part.Name}"));
        writer.Block($"public void Predict({string.Join(", ", parameters)})", () =>
        {
            WriteExamples(inputs);
            WriteRequirements(outputs);
            writer.Line($"{element}[] features = {Pool}<{element}>.Shared.Rent(checked(examples * {rowSize}));");
            writer.Line($"{element}[] predictions = {Pool}<{element}>.Shared.Rent(checked(examples * {outputSize}));");
            writer.Line($"global::System.Span<{element}> rows = global::System.MemoryExtensions.AsSpan(features, 0, examples * {rowSize});");
            WriteInserts(inputs, rowSize);
            writer.Line($"Predict(rows, global::System.MemoryExtensions.AsSpan(predictions, 0, examples * {outputSize}));");
            foreach (RowPart part in outputs)
            {
                writer.Line($"Extract(predictions, {part.Name}, {outputSize}, {part.Offset}, {part.Size});");
            }

            writer.Line($"{Pool}<{element}>.Shared.Return(features);");
            writer.Line($"{Pool}<{element}>.Shared.Return(predictions);");
        });
        writer.Line();
    }

    /// <summary>The type of an input's elements.</summary>
    private string ElementOf(RowPart input) => tokenOffsets.Contains(input.Offset) ? "int" : element;

    private void WriteTokenPredict()
    {
        writer.Line("/// <summary>Predicts any number of examples. Thread-safe, and without allocation in the long run.</summary>");
        writer.Line($"/// <param name=\"tokens\">{inputs[0].Size} ids for each example, one example after the other.</param>");
        writer.Line("/// <param name=\"outputs\">The predictions, one example after the other.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A length does not fit, or an id is none of the vocabulary.</exception>");
        writer.Line($"public void Predict(global::System.ReadOnlySpan<int> tokens, global::System.Span<{element}> outputs) => PredictTokens(tokens, outputs);");
        writer.Line();
        writer.Line("/// <summary>Predicts any number of examples. Thread-safe.</summary>");
        writer.Line($"/// <param name=\"tokens\">{inputs[0].Size} ids for each example, one example after the other.</param>");
        writer.Line("/// <returns>The predictions, one example after the other.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The length is not a multiple of one example's, or an id is none of the vocabulary.</exception>");
        writer.Line($"public {element}[] Predict(int[] tokens) => PredictTokens(tokens);");
        writer.Line();
    }

    private void Describe(RowPart[] parts, string what)
    {
        foreach (RowPart part in parts)
        {
            writer.Line($"/// <param name=\"{part.Name}\">Each {Documentation.Escape(part.Remark)}, {what}.</param>");
        }
    }

    private void WriteExamples(RowPart[] parts)
    {
        writer.Line($"int examples = ExamplesOf({parts[0].Name}.Length, {parts[0].Size}, nameof({parts[0].Name}));");
        WriteRequirements(parts.Skip(1));
    }

    private void WriteRequirements(IEnumerable<RowPart> parts)
    {
        foreach (RowPart part in parts)
        {
            writer.Line($"RequireExamples({part.Name}.Length, {part.Size}, examples, nameof({part.Name}));");
        }
    }

    private void WriteInserts(RowPart[] parts, int rowSize)
    {
        foreach (RowPart part in parts)
        {
            writer.Line($"Insert({part.Name}, rows, {rowSize}, {part.Offset}, {part.Size});");
        }
    }

    /// <summary>One of several inputs or outputs.</summary>
    private sealed record RowPart(string Name, int Size, int Offset, string Remark);
}

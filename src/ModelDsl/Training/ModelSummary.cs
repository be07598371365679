using System.Globalization;
using System.Text;

namespace ModelDsl;

/// <summary>Writes the layer table.</summary>
internal static class ModelSummary
{
    private const string Gap = "  ";

    internal static string Write(ModelDefinition definition, int elementSize)
    {
        long parameters = definition.Layers.Sum(layer => (long)layer.ParameterCount);
        List<string[]> rows = [["Layer", "Attribute", "Output", "Parameters", "Multiply-adds"]];
        rows.Add(["input", $"{(IsTokens(definition) ? "Token" : string.Empty)}Input({string.Join(", ", definition.InputShape)})", Shape(definition.InputShape), Grouped(0), Grouped(0)]);
        rows.AddRange(definition.Layers.Select(layer => (string[])[layer.Name, layer.Kind, Shape(layer.OutputShape), Grouped(layer.ParameterCount), Grouped(layer.MultiplyAdds)]));
        rows.Add(["total", string.Empty, string.Empty, Grouped(parameters), Grouped(definition.Layers.Sum(layer => layer.MultiplyAdds))]);
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('─', widths.Sum() + (Gap.Length * (widths.Length - 1)));

        StringBuilder text = new();
        text.Append(definition.Name).Append('\n');
        for (int i = 0; i < rows.Count; i++)
        {
            text.Append(i == 1 || i == rows.Count - 1 ? rule + "\n" : string.Empty).Append(Row(rows[i], widths)).Append('\n');
        }

        text.Append("Parameters: ").Append(Bytes(parameters * elementSize)).Append('\n');
        Memory(text, "Training", definition.Training, elementSize);
        Memory(text, "Inference", definition.Inference, elementSize);
        return text.ToString();
    }

    private static bool IsTokens(ModelDefinition definition) => definition.Tokens is [{ Offset: 0 } tokens] && tokens.Count == definition.InputShape[0];

    private static string Row(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => column < 3 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));

    private static void Memory(StringBuilder text, string name, ExecutionPlan? plan, int elementSize)
    {
        if (plan is null)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{name}: {Bytes((long)plan.ArenaPerExample * elementSize)} for each example of a batch");
        text.Append(CultureInfo.InvariantCulture, $" (no plan needs less than {Bytes((long)plan.ArenaLowerBound * elementSize)})");
        text.Append(CultureInfo.InvariantCulture, $" and {Bytes((long)plan.FixedElements * elementSize)} for any batch\n");
    }

    private static string Shape(int[] shape) => $"({string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))})";

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.0} GiB"),
    };
}

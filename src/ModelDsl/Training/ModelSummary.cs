using System.Globalization;
using System.Text;

namespace ModelDsl;

/// <summary>Writes the layer table.</summary>
internal static class ModelSummary
{
    private const string Gap = "  ";

    internal static string Write(ModelDefinition definition, int elementSize)
    {
        LayerInfo input = new("input", $"{(IsTokens(definition) ? "Token" : string.Empty)}Input({string.Join(", ", definition.InputShape)})", definition.InputShape, 0, 0, 0);
        LayerInfo[] layers = definition.Layers;
        LayerInfo total = new("total", string.Empty, [], layers.Sum(layer => layer.ParameterCount), layers.Sum(layer => layer.MultiplyAdds), layers.Sum(layer => layer.KeptElements));

        // Only what is trained keeps something.
        int columns = definition.Training is null ? 5 : 6;
        string[][] rows =
        [
            ["Layer", "Attribute", "Output", "Parameters", "FLOPs", "Kept"],
            .. layers.Prepend(input).Select(layer => Cells(layer, Shape(layer.OutputShape), elementSize)),
            Cells(total, string.Empty, elementSize),
        ];
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('─', widths.Sum() + (Gap.Length * (columns - 1)));

        StringBuilder text = new();
        text.Append(definition.Name).Append('\n');
        for (int i = 0; i < rows.Length; i++)
        {
            text.Append(i == 1 || i == rows.Length - 1 ? rule + "\n" : string.Empty).Append(Row(rows[i], widths)).Append('\n');
        }

        text.Append("Weights: ").Append(Bytes(definition.Parameters.Sum(segment => (long)segment.Length) * elementSize)).Append('\n');
        Memory(text, "Training", definition.Training, elementSize);
        Memory(text, "Inference", definition.Inference, elementSize);
        return text.ToString();
    }

    private static bool IsTokens(ModelDefinition definition) => definition.Tokens is [{ Offset: 0 } tokens] && tokens.Count == definition.InputShape[0];

    private static string[] Cells(LayerInfo layer, string output, int elementSize) =>
        [layer.Name, layer.Kind, output, Grouped(layer.ParameterCount), Grouped(layer.Flops), Bytes(layer.KeptElements * elementSize)];

    private static string Row(string[] cells, int[] widths) =>
        string.Join(Gap, widths.Select((width, column) => column < 3 ? cells[column].PadRight(width) : cells[column].PadLeft(width)));

    private static void Memory(StringBuilder text, string name, ExecutionPlan? plan, int elementSize)
    {
        if (plan is null)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{name}: {Bytes((long)plan.ArenaPerExample * elementSize)} for each example of a batch");
        text.Append(CultureInfo.InvariantCulture, $" (no plan needs less than {Bytes((long)plan.ArenaLowerBound * elementSize)})");
        text.Append(CultureInfo.InvariantCulture, $" and {Bytes((long)plan.FixedElements * elementSize)} for any batch");
        long ready = plan.PreparedElements + (long)plan.PackedElements;
        text.Append(ready == 0 ? "\n" : $"; {Bytes(ready * elementSize)} more keep what follows from the weights ready between predictions\n");
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

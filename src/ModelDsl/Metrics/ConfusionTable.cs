using System.Globalization;
using System.Text;

namespace ModelDsl;

/// <summary>Prints a confusion matrix.</summary>
internal static class ConfusionTable
{
    private const string Corner = "label \\ predicted";

    internal static string Format(ConfusionMatrix matrix, IReadOnlyList<string>? classNames)
    {
        int size = matrix.ClassCount;
        string[] names = [.. Enumerable.Range(0, size).Select(i => classNames?[i] ?? Text(i))];
        int first = Math.Max(Corner.Length, names.Max(name => name.Length));
        int[] widths = [.. Enumerable.Range(0, size).Select(column => Math.Max(names[column].Length, Enumerable.Range(0, size).Max(row => Text(matrix[row, column]).Length)))];
        StringBuilder text = new();
        Row(text, Corner.PadRight(first), names, widths);
        for (int row = 0; row < size; row++)
        {
            text.Append('\n');
            int label = row;
            Row(text, names[row].PadRight(first), [.. Enumerable.Range(0, size).Select(column => Text(matrix[label, column]))], widths);
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string head, string[] cells, int[] widths)
    {
        text.Append(head);
        for (int i = 0; i < cells.Length; i++)
        {
            text.Append("  ").Append(cells[i].PadLeft(widths[i]));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

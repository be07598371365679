using System.Text;

namespace ModelDsl.Benchmarks.Report;

/// <summary>A table: text in the columns on the left, numbers in those on the right.</summary>
/// <param name="textColumns">How many columns, from the left, are text; the others are aligned to the right.</param>
/// <param name="header">The columns' titles.</param>
internal sealed class Table(int textColumns, params string[] header)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row with a cell for each column.</summary>
    public void Add(params string[] cells)
    {
        if (cells.Length != header.Length)
        {
            throw new ArgumentException($"{cells.Length} cells for {header.Length} columns.", nameof(cells));
        }

        rows.Add(cells);
    }

    /// <summary>The table as lines of equal columns, or as Markdown.</summary>
    public string Text(bool markdown)
    {
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(i => rows.Append(header).Max(row => row[i].Length))];
        StringBuilder text = new();
        Append(header);
        string[] rule = [.. widths.Select((width, i) => markdown && i >= textColumns ? new string('-', width - 1) + ":" : new string('-', width))];
        Append(rule);
        rows.ForEach(Append);
        return text.ToString();

        void Append(string[] cells)
        {
            IEnumerable<string> padded = cells.Select((cell, i) => i < textColumns ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.AppendLine(markdown ? $"| {string.Join(" | ", padded)} |" : string.Join("  ", padded).TrimEnd());
        }
    }
}

using System.Globalization;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>All numbers of all rounds, and their medians.</summary>
internal sealed class Readings
{
    private readonly Dictionary<Key, List<double>> values = [];

    /// <summary>
    /// Reads tab-separated lines: a header "peer, model, threads, figure, …", then rows under it, then perhaps another header.
    /// </summary>
    public void Add(IEnumerable<string> lines)
    {
        string[] header = [];
        foreach (string line in lines)
        {
            string[] cells = line.Split('\t');
            if (cells[0] == "peer")
            {
                header = cells;
            }
            else if (header.Length == cells.Length)
            {
                for (int i = 3; i < cells.Length; i++)
                {
                    Add(new Key(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), header[i]), double.Parse(cells[i], CultureInfo.InvariantCulture));
                }
            }
        }
    }

    /// <summary>The median over the rounds, or null where nothing was measured.</summary>
    public double? Median(Key key) => values.TryGetValue(key, out List<double>? list) ? Statistics.Median(list) : null;

    private void Add(Key key, double value)
    {
        if (!values.TryGetValue(key, out List<double>? list))
        {
            values[key] = list = [];
        }

        list.Add(value);
    }
}

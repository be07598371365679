using System.Globalization;
using CsvHelper;

namespace Demand;

/// <summary>Reads a series from a CSV file: a month on each line, the oldest first; its name is in the first column, its demand in the last one that is a number.</summary>
internal static class SeriesFile
{
    /// <summary>Reads the file. A first line without a number is a header and names the demand.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A line does not have that form.</exception>
    public static DemandSeries Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such file.");
        string[]? header = null;
        int column = -1;
        List<string> labels = [];
        List<double> values = [];
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true });
        while (reader.Read())
        {
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            // The first line of numbers says which column it is; were each line to say so, one without its demand would go unnoticed.
            if (column < 0)
                column = Array.FindLastIndex(fields, field => IsNumber(field, out _));
            if (column < 0 && header is null)
            {
                header = fields;
                continue;
            }

            values.Add(ReadDemand($"{path}, line {reader.LineNumber}", fields, column));
            labels.Add(column > 0 ? fields[0] : values.Count.ToString(CultureInfo.InvariantCulture));
        }

        string name = header is not null && column >= 0 && column < header.Length ? header[column] : Path.GetFileNameWithoutExtension(path);
        return new DemandSeries(name, [.. labels], [.. values], new double[values.Count]);
    }

    private static double ReadDemand(string place, string[] fields, int column)
    {
        if (column < 0)
            throw new InvalidDataException($"{place}: has no column that is a number.");
        if (column >= fields.Length)
            throw new InvalidDataException($"{place}: has {fields.Length} columns, and the demand is in column {column + 1}.");
        return IsNumber(fields[column], out double value) && value > 0
            ? value
            : throw new InvalidDataException($"{place}: '{fields[column]}' is not a demand above 0.");
    }

    private static bool IsNumber(string field, out double value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}

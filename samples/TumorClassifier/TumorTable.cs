using System.Globalization;
using CsvHelper;

namespace Tumors;

/// <summary>Examined tumours.</summary>
/// <param name="Features">For each tumour nine measures from 1 to 10; NaN where one is missing.</param>
/// <param name="Labels">For each tumour whether it is malignant (1) or benign (0).</param>
internal sealed record TumorTable(float[][] Features, int[] Labels)
{
    private const string Missing = "?";
    private const int Columns = TumorClassifier.InputSize + 1;

    /// <summary>The number of tumours.</summary>
    public int Count => Labels.Length;

    /// <summary>Reads a table without identifiers: nine measures and the class (2 benign, 4 malignant) on each line; a header is skipped.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A line does not have that form.</exception>
    public static TumorTable Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such file.");
        List<float[]> features = [];
        List<int> labels = [];
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true });
        while (reader.Read())
        {
            string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (reader.RowNumber == 1 && IsHeader(fields))
            {
                continue;
            }

            string place = $"{path}, line {reader.LineNumber}";
            if (fields.Length != Columns)
            {
                throw new InvalidDataException($"{place}: has {fields.Length} columns, not {Columns}.");
            }

            features.Add(Array.ConvertAll(fields[..^1], field => ReadMeasure(place, field)));
            labels.Add(ReadLabel(place, fields[^1]));
        }

        return new TumorTable([.. features], [.. labels]);
    }

    /// <summary>The rows at the given places.</summary>
    /// <param name="indices">The places, from 0.</param>
    public TumorTable Select(IReadOnlyList<int> indices) =>
        new([.. indices.Select(index => Features[index])], [.. indices.Select(index => Labels[index])]);

    private static bool IsHeader(string[] fields) =>
        fields.All(field => field != Missing && !float.TryParse(field, CultureInfo.InvariantCulture, out _));

    private static float ReadMeasure(string place, string field)
    {
        if (field == Missing)
            return float.NaN;
        return float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && value is >= 1 and <= 10
            ? value
            : throw new InvalidDataException($"{place}: '{field}' is neither a measure from 1 to 10 nor '{Missing}'.");
    }

    private static int ReadLabel(string place, string field) => field switch
    {
        "2" => 0,
        "4" => 1,
        _ => throw new InvalidDataException($"{place}: '{field}' is neither 2 (benign) nor 4 (malignant)."),
    };
}

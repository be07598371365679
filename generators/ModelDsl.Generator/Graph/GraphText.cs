namespace ModelDsl.Generator.Graph;

/// <summary>A graph's stable text: a line for each value that the results need, then the results by name.</summary>
internal static class GraphText
{
    public static string Print(IEnumerable<Value> values, IEnumerable<KeyValuePair<string, Value>> results) =>
        string.Join("\n", [.. values.Select(value => value.ToString()), .. results.Select(result => $"{result.Key} = %{result.Value.Id}")]) + "\n";
}

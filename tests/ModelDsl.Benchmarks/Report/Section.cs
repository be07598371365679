namespace ModelDsl.Benchmarks.Report;

/// <summary>A table with its title and what has to be known to read it.</summary>
/// <param name="Title">The title.</param>
/// <param name="Explanation">What the columns are.</param>
/// <param name="Table">The figures.</param>
internal sealed record Section(string Title, string Explanation, Table Table)
{
    /// <summary>The section as text, or as Markdown.</summary>
    public string Text(bool markdown) => $"{(markdown ? "## " : "")}{Title}\n\n{Explanation}\n\n{Table.Text(markdown)}";
}

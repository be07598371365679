using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelDsl.Benchmarks.Report;

/// <summary>The names of the turns of a model's loops, by which regions of the unrolled model are those of one loop.</summary>
internal sealed partial class TurnNames
{
    private readonly Dictionary<string, string> loops = [];

    /// <summary>Reads the loops from the looped model's table of layers, which has a row such as <c>block1…4</c> for each.</summary>
    public TurnNames(ModelDefinition looped)
    {
        foreach (Match loop in looped.Layers.Select(layer => Loop.Match(layer.Name)).Where(match => match.Success))
        {
            for (int turn = Number("first"); turn <= Number("last"); turn++)
            {
                loops.Add(FormattableString.Invariant($"{loop.Groups["block"]}{turn}"), loop.Value);
            }

            int Number(string group) => int.Parse(loop.Groups[group].Value, CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex(@"^(?<block>\w*[^\d\W])(?<first>\d+)…(?<last>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Loop { get; }

    [GeneratedRegex(@"\b[^\d\W]+\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Turn { get; }

    /// <summary>The text with the name of each turn replaced by that of its loop: <c>block3.dense1</c> becomes <c>block1…4.dense1</c>.</summary>
    public string Merge(string text) => Turn.Replace(text, match => loops.GetValueOrDefault(match.Value, match.Value));

    /// <summary>The text with … for the name of each turn: for formulas, which name many values and stand beside the merged name.</summary>
    public string Abbreviate(string text) => Turn.Replace(text, match => loops.ContainsKey(match.Value) ? "…" : match.Value);
}

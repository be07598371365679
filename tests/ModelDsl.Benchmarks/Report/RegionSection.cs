using System.Globalization;
using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Report;

/// <summary>Where the time of one model's training step goes, the largest share first: what is worth mending next is the top row.</summary>
internal static class RegionSection
{
    private const int LongestFormula = 76;
    private const double SmallestShare = 0.005;

    public static Section Of(IReferenceModel model, Settings settings, Readings readings, double peak)
    {
        int threads = settings.Threads[0];
        Row[] regions = [.. Regions(model, i => Median(Figures.Region(i)) ?? 0)];
        double step = Median(Figures.Step) ?? double.NaN;
        Row others = new("", "", "optimiser, checks and copies: the step less its regions", 1, step - regions.Sum(row => row.Time), 0);
        Table table = new(3, "pass", "layer", "region", "turns", "µs", "of the step", "of peak");
        foreach (Row row in regions.Where(row => !IsSmall(row)).Append(others).OrderByDescending(row => row.Time))
        {
            double speed = 2e-3 * row.MultiplyAdds * model.BatchSize / row.Time;
            Add(row, row.MultiplyAdds == 0 ? null : speed / (peak * threads));
        }

        if (regions.Where(IsSmall).ToArray() is { Length: > 0 } small)
        {
            Add(new Row("", "", FormattableString.Invariant($"{small.Length} regions below {100 * SmallestShare} %"), 1, small.Sum(row => row.Time), 0), null);
        }

        return new Section(
            $"The training step of {model.Name}, region by region",
            FormattableString.Invariant($"""
            Medians in microseconds, threads: {threads}. The clock's own time is taken off; it ticks every 0.01 µs or so. The step is the model's as it is; a repeated block's
            regions are those of the same network with the turns written out one after the other, and a row is the sum over the turns, whose name is … in formulas.
            """),
            table);

        double? Median(string figure) => readings.Median(new Key(Figures.Ours, model.Name, threads, figure));

        void Add(Row row, double? ofPeak) =>
            table.Add(row.Pass, row.Layer, Shorten(row.Formula), Turns(row), Numbers.Microseconds(row.Time), Numbers.Percent(row.Time / step), Numbers.Percent(ofPeak));

        bool IsSmall(Row row) => row.Time < SmallestShare * step;
    }

    /// <summary>A row for each region, where turns of one loop that compute the same share one.</summary>
    private static IEnumerable<Row> Regions(IReferenceModel model, Func<int, double> time)
    {
        TurnNames turns = new(model.Create().Definition);
        return model.CreateUnrolled().Definition.Training!.Regions
            .Select((region, i) => new Row(region.IsForward ? "forward" : "backward", turns.Merge(region.Layer), turns.Abbreviate(region.Formula), 1, time(i), region.MultiplyAdds))
            .GroupBy(row => (row.Pass, row.Layer, Results(row.Formula)))
            .Select(group => group.Last() with { Turns = group.Count(), Time = group.Sum(row => row.Time), MultiplyAdds = group.Sum(row => row.MultiplyAdds) });
    }

    /// <summary>What a formula computes, without how: the first turn of a loop reads another layer's result than the others.</summary>
    private static string Results(string formula) => string.Join(';', formula.Split("; ").Select(part => part.Split(" = ")[0]));

    private static string Turns(Row row) => row.Turns == 1 ? "" : row.Turns.ToString(CultureInfo.InvariantCulture);

    private static string Shorten(string formula) => formula.Length <= LongestFormula ? formula : formula[..(LongestFormula - 1)] + "…";

    /// <param name="Pass">Forward or backward.</param>
    /// <param name="Layer">The layer.</param>
    /// <param name="Formula">What is computed.</param>
    /// <param name="Turns">In how many turns of a loop.</param>
    /// <param name="Time">Microseconds, over all turns.</param>
    /// <param name="MultiplyAdds">Multiply-adds for an example, over all turns.</param>
    private sealed record Row(string Pass, string Layer, string Formula, int Turns, double Time, long MultiplyAdds);
}

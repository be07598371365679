using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Report;

/// <summary>Where the time of one model's training step goes.</summary>
internal static class RegionSection
{
    private const int LongestFormula = 76;

    public static Section Of(IReferenceModel model, Settings settings, Readings readings, double peak)
    {
        int threads = settings.Threads[0];
        RegionInfo[] regions = model.Create().Definition.Training!.Regions;
        double?[] times = [.. regions.Select((_, i) => Median(Figures.Region(i)))];
        double? step = Median(Figures.Step);
        Table table = new(3, "pass", "layer", "region", "µs", "of the step", "of peak");
        for (int i = 0; i < regions.Length; i++)
        {
            double operations = 2.0 * regions[i].MultiplyAdds * model.BatchSize;
            double? share = operations == 0 ? null : operations / (times[i] * 1e3 * peak * threads);
            table.Add(
                regions[i].IsForward ? "forward" : "backward", regions[i].Layer, Shorten(regions[i].Formula),
                Numbers.Microseconds(times[i]), Numbers.Percent(times[i] / step), Numbers.Percent(share));
        }

        double? rest = step - times.Sum();
        table.Add("", "", "optimiser, checks and copies: the step less its regions", Numbers.Microseconds(rest), Numbers.Percent(rest / step), "");
        return new Section(
            $"The training step of {model.Name}, region by region",
            FormattableString.Invariant($"Medians in microseconds, threads: {threads}. The clock's own time is taken off; it ticks every 0.01 µs or so."),
            table);

        double? Median(string figure) => readings.Median(new Key(Figures.Ours, model.Name, threads, figure));
    }

    private static string Shorten(string formula) => formula.Length <= LongestFormula ? formula : formula[..(LongestFormula - 1)] + "…";
}

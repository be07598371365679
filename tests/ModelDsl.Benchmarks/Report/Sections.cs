using System.Globalization;
using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;
using ModelDsl.Kernels;

namespace ModelDsl.Benchmarks.Report;

/// <summary>The tables of a measurement.</summary>
internal static class Sections
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The tables, in the order in which they are printed.</summary>
    public static IEnumerable<Section> Of(Settings settings, Readings readings, string[] peers)
    {
        double peak = readings.Median(new Key(Figures.Ours, "machine", 1, Figures.Peak))!.Value;
        yield return ModelSection.Of(settings, readings, peak);
        if (peers.Length > 0)
        {
            yield return MeanSection.Of(settings, readings);
        }

        yield return Products(settings, readings, peak);
        foreach (string name in settings.Models)
        {
            yield return RegionSection.Of(ReferenceModels.Find(name), settings, readings, peak);
        }
    }

    private static Section Products(Settings settings, Readings readings, double peak)
    {
        Table table = new(2, ["product", "", .. settings.Threads.SelectMany(threads => (string[])[Title("GFLOP/s", threads), Title("of peak", threads)])]);
        foreach (ProductShape shape in ProductShape.All)
        {
            table.Add([shape.Name, shape.Remark, .. settings.Threads.SelectMany(Speed)]);

            string[] Speed(int threads)
            {
                double? speed = readings.Median(new Key(Figures.Ours, shape.Name, threads, Figures.Product));
                return [speed is { } value ? Numbers.Format(value, "0.0") : "", Numbers.Percent(speed / (peak * threads))];
            }
        }

        string machine = string.Create(
            Culture, $"Single precision. The peak of one core, measured in the same run with twelve independent chains of {32 * Simd.Count<float>()}-bit multiply-adds, is {peak:F0} GFLOP/s.");
        return new Section("Matrix products", machine, table);
    }

    private static string Title(string what, int threads) => string.Create(Culture, $"{what}, {threads} {(threads == 1 ? "thread" : "threads")}");
}

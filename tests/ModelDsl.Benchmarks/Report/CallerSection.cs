using System.Globalization;
using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Report;

/// <summary>Predictions by several threads at once beside those of one.</summary>
internal static class CallerSection
{
    public static Section Of(Settings settings)
    {
        Parallelism.Threads = 1;
        Table table = new(2, "model", "callers", "predictions per second", "of one caller's");
        foreach (IReferenceModel reference in settings.Models.Select(ReferenceModels.Find))
        {
            Model<float> model = reference.Create();
            int[] counts = [.. settings.Threads.Prepend(1).Distinct()];
            List<double>[] speeds = [.. counts.Select(_ => new List<double>())];
            for (int round = 0; round <= settings.Rounds; round++)
            {
                for (int i = 0; i < counts.Length; i++)
                {
                    speeds[i].Add(CallerSpeed.Measure(reference, model, counts[i], settings.Seconds));
                }
            }

            double[] medians = [.. speeds.Select(list => Statistics.Median(list.Skip(1)))];
            for (int i = 0; i < counts.Length; i++)
            {
                table.Add(reference.Name, counts[i].ToString(CultureInfo.InvariantCulture), Numbers.Format(medians[i], "#,0"), Numbers.Ratio(medians[i], medians[0]));
            }
        }

        return new Section(
            "Many callers",
            "Single examples, predicted by threads that share one model, each operation on its caller's thread alone. Medians of rounds in turn, after one for the JIT.",
            table);
    }
}

using System.Globalization;
using ModelDsl.Benchmarks.Measurement;

namespace ModelDsl.Benchmarks.Report;

/// <summary>The ratios to each peer, averaged over the models.</summary>
internal static class MeanSection
{
    public static Section Of(Settings settings, Readings readings)
    {
        Table table = new(2, "figure", "threads", "libtorch ÷ ours", "ONNX ÷ ours");
        foreach ((string figure, string title) in ModelSection.Rows.Where(row => row.Figure != Figures.Token))
        {
            foreach (int threads in settings.Threads)
            {
                table.Add(title, threads.ToString(CultureInfo.InvariantCulture), Mean(Figures.Torch), Mean(Figures.Onnx));

                string Mean(string peer) => Numbers.Ratio(Statistics.GeometricMean(Ratios(peer, figure, threads)), 1);
            }
        }

        return new Section("Geometric means", $"Of the ratios above, over {string.Join(", ", settings.Models)}.", table);

        double[] Ratios(string peer, string figure, int threads) =>
        [
            .. settings.Models
                .Select(model => readings.Median(new Key(peer, model, threads, figure)) / readings.Median(new Key(Figures.Ours, model, threads, figure)))
                .OfType<double>(),
        ];
    }
}

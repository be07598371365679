using System.Globalization;
using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Report;

/// <summary>The table of training steps and predictions beside the peers and the floor.</summary>
internal static class ModelSection
{
    /// <summary>The figures of a model, and what they are called for people.</summary>
    public static readonly (string Figure, string Title)[] Rows = [(Figures.Step, "training step"), (Figures.Batch, "batch forward"), (Figures.Single, "single forward"), (Figures.Token, "one step of a sequence")];

    public static Section Of(Settings settings, Readings readings, double peak)
    {
        Table table = new(3, "model", "threads", "figure", "ModelDsl", "libtorch", "ONNX Runtime", "libtorch ÷ ours", "ONNX ÷ ours", "floor", "ours ÷ floor", "speed-up");
        foreach (IReferenceModel model in settings.Models.Select(ReferenceModels.Find))
        {
            ModelDefinition definition = model.Create().Definition;
            long multiplyAdds = definition.Layers.Sum(layer => layer.MultiplyAdds);
            foreach (int threads in settings.Threads)
            {
                foreach ((string figure, string title) in Rows.Where(row => row.Figure != Figures.Token || definition.Step is not null))
                {
                    double floor = Passes(figure) * multiplyAdds * Examples(figure, model, definition) / (peak * threads * 1e3);
                    double? ours = Median(Figures.Ours), torch = Median(Figures.Torch), onnx = Median(Figures.Onnx);
                    double? atFirst = threads == settings.Threads[0] ? null : readings.Median(new Key(Figures.Ours, model.Name, settings.Threads[0], figure));
                    table.Add(
                        model.Name, threads.ToString(CultureInfo.InvariantCulture), title, Numbers.Microseconds(ours), Numbers.Microseconds(torch), Numbers.Microseconds(onnx),
                        Numbers.Ratio(torch, ours), Numbers.Ratio(onnx, ours), Numbers.Microseconds(floor), Numbers.Ratio(ours, floor), Numbers.Ratio(atFirst, ours));

                    double? Median(string source) => readings.Median(new Key(source, model.Name, threads, figure));
                }
            }
        }

        string models = string.Join("; ", settings.Models.Select(ReferenceModels.Find).Select(model => FormattableString.Invariant($"{model.Name}: {model.Description}, batch {model.BatchSize}")));
        return new Section(
            "Models",
            FormattableString.Invariant($"Medians in microseconds, and ratios of medians. The floor is 6 (a step) or 2 (a forward) × multiply-adds × examples ÷ (threads × {peak:F0} GFLOP/s); the speed-up is ours over the first number of threads. {models}."),
            table);
    }

    private static double Examples(string figure, IReferenceModel model, ModelDefinition definition) => figure switch
    {
        Figures.Single => 1,
        Figures.Token => 1.0 / definition.InputShape[0],
        _ => model.BatchSize,
    };

    /// <summary>Operations for each multiply-add of a forward pass: two in it, and four in the two products of the backward pass.</summary>
    private static int Passes(string figure) => figure == Figures.Step ? 6 : 2;
}

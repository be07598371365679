using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Report;

/// <summary>The memory of whole processes, ours and the peers', looked at from outside and alike.</summary>
internal static class ProcessMemorySection
{
    public static Section Of(Settings settings)
    {
        string[] peers = PeerPrograms.Present(settings);
        PeerPrograms.Build(settings, peers);
        Table table = new(
            2, "model", "does", "ModelDsl, MB", "libtorch, MB", "ONNX Runtime, MB", "ModelDsl beyond logreg", "libtorch beyond logreg", "ONNX Runtime beyond logreg");
        string smallest = LogisticRegressionReference.ShortName;
        Peaks least = Measure(settings with { Models = [smallest] }, peers);
        foreach (string name in settings.Models)
        {
            Peaks peaks = name == smallest ? least : Measure(settings with { Models = [name] }, peers);
            table.Add(name, "trains and predicts", Whole(peaks.Training), Whole(peaks.Torch), "", Beyond(peaks.Training, least.Training), Beyond(peaks.Torch, least.Torch), "");
            table.Add(name, "predicts", Whole(peaks.Prediction), "", Whole(peaks.Onnx), Beyond(peaks.Prediction, least.Prediction), "", Beyond(peaks.Onnx, least.Onnx));
        }

        return new Section(
            "Memory of whole processes",
            "The most resident memory of a process that measures the times of one model: the runtime, its libraries and compiled code, weights, batches, and all working memory. logreg has next to nothing of the latter.",
            table);
    }

    private static Peaks Measure(Settings settings, string[] peers) => new(Own(settings, Turn.Models), Own(settings, Turn.Predictions), Peer(settings, peers, Figures.Torch), Peer(settings, peers, Figures.Onnx));

    private static double Own(Settings settings, Turn turn) => ChildProcess.PeakMegabytes(Environment.ProcessPath!, settings.OwnArguments(turn));

    private static double? Peer(Settings settings, string[] peers, string peer) =>
        peers.Contains(peer) ? ChildProcess.PeakMegabytes(PeerPrograms.Shell, PeerPrograms.Arguments(settings, peer)) : null;

    private static string Whole(double? megabytes) => megabytes is { } value ? Numbers.Format(value, "#,0") : "";

    private static string Beyond(double? megabytes, double? least) => megabytes - least is { } value ? Numbers.Format(value, "0.0") : "";

    /// <summary>The peaks of the programs for one model, in MB; null for a peer that is not there.</summary>
    private sealed record Peaks(double Training, double Prediction, double? Torch, double? Onnx);
}

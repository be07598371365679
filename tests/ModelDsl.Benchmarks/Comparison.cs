using System.Globalization;
using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Report;

namespace ModelDsl.Benchmarks;

/// <summary>Ours and the peers in turn, each in a process of its own, and the tables of what came out.</summary>
internal static class Comparison
{
    private static readonly string[] PeerNames = [Figures.Torch, Figures.Onnx];

    /// <summary>Measures.</summary>
    /// <exception cref="InvalidOperationException">A peer that is there could not be run.</exception>
    public static IEnumerable<Section> Run(Settings settings)
    {
        string[] peers = [.. PeerNames.Where(peer => File.Exists(Script(settings, peer)))];
        foreach (string missing in PeerNames.Except(peers))
        {
            Console.Error.WriteLine($"{missing}: there is no {Script(settings, missing)}, so it is left out; --peers says where the peers are.");
        }

        Readings readings = new();
        WarmUp(settings, peers);
        for (int round = 1; round <= settings.Rounds; round++)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round} of {settings.Rounds}"));
            TakeTurns(settings, peers, readings);
        }

        return Sections.Of(settings, readings, peers);
    }

    /// <summary>A peer's first run restores and builds it, which is not to be measured.</summary>
    private static void WarmUp(Settings settings, string[] peers)
    {
        foreach (string peer in peers)
        {
            Console.Error.WriteLine($"building {peer}");
            RunPeer(settings with { Seconds = 0.01, Threads = [1] }, peer);
        }
    }

    private static void TakeTurns(Settings settings, string[] peers, Readings readings)
    {
        readings.Add(RunOurs(settings, Turn.All));
        for (int i = 0; i < peers.Length; i++)
        {
            if (i > 0)
            {
                readings.Add(RunOurs(settings, Turn.Models));
            }

            readings.Add(RunPeer(settings, peers[i]));
        }
    }

    private static string[] RunOurs(Settings settings, Turn turn) =>
        ChildProcess.Run(Environment.ProcessPath!, ["--measure", turn.ToString(), "--seconds", Seconds(settings), "--threads", Threads(settings), "--models", Models(settings)]);

    private static string[] RunPeer(Settings settings, string peer) =>
        ChildProcess.Run("bash", [Script(settings, peer), Seconds(settings), Threads(settings), Models(settings)]);

    private static string Script(Settings settings, string peer) => Path.Combine(settings.Peers.FullName, peer, "run.sh");

    private static string Seconds(Settings settings) => settings.Seconds.ToString(CultureInfo.InvariantCulture);

    private static string Threads(Settings settings) => string.Join(',', settings.Threads.Select(count => count.ToString(CultureInfo.InvariantCulture)));

    private static string Models(Settings settings) => string.Join(',', settings.Models);
}

using ModelDsl.Benchmarks.Measurement;

namespace ModelDsl.Benchmarks;

/// <summary>The peers' programs.</summary>
internal static class PeerPrograms
{
    /// <summary>What a peer's script is run by.</summary>
    public const string Shell = "bash";

    private static readonly string[] Names = [Figures.Torch, Figures.Onnx];

    /// <summary>The peers that are there; says which are not.</summary>
    public static string[] Present(Settings settings)
    {
        string[] present = [.. Names.Where(peer => File.Exists(Script(settings, peer)))];
        foreach (string missing in Names.Except(present))
        {
            Console.Error.WriteLine($"{missing}: there is no {Script(settings, missing)}, so it is left out; --peers says where the peers are.");
        }

        return present;
    }

    /// <summary>A peer's first run restores and builds it, which is not to be measured.</summary>
    /// <exception cref="InvalidOperationException">A peer could not be run.</exception>
    public static void Build(Settings settings, IEnumerable<string> peers)
    {
        foreach (string peer in peers)
        {
            Console.Error.WriteLine($"building {peer}");
            ChildProcess.Run(Shell, Arguments(settings with { Seconds = 0.01, Threads = [1] }, peer));
        }
    }

    /// <summary>The script of a peer and what it is to measure.</summary>
    public static string[] Arguments(Settings settings, string peer) => [Script(settings, peer), settings.SecondsText, settings.ThreadsText, settings.ModelsText];

    private static string Script(Settings settings, string peer) => Path.Combine(settings.Peers.FullName, peer, "run.sh");
}

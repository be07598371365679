using System.Globalization;
using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Report;

namespace ModelDsl.Benchmarks;

/// <summary>Ours and the peers in turn, each in a process of its own, and the tables of what came out.</summary>
internal static class Comparison
{
    /// <summary>Measures.</summary>
    /// <exception cref="InvalidOperationException">A peer that is there could not be run.</exception>
    public static IEnumerable<Section> Run(Settings settings)
    {
        string[] peers = PeerPrograms.Present(settings);
        Readings readings = new();
        PeerPrograms.Build(settings, peers);
        for (int round = 1; round <= settings.Rounds; round++)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round} of {settings.Rounds}"));
            TakeTurns(settings, peers, readings);
        }

        return Sections.Of(settings, readings, peers);
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

            readings.Add(ChildProcess.Run(PeerPrograms.Shell, PeerPrograms.Arguments(settings, peers[i])));
        }
    }

    private static string[] RunOurs(Settings settings, Turn turn) => ChildProcess.Run(Environment.ProcessPath!, settings.OwnArguments(turn));
}

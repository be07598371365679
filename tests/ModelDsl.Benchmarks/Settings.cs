using System.Globalization;
using ModelDsl.Benchmarks.Measurement;

namespace ModelDsl.Benchmarks;

/// <summary>What to measure, and how thoroughly.</summary>
/// <param name="Peers">The folder with the peers' programs.</param>
/// <param name="Rounds">How often ours and the peers take turns.</param>
/// <param name="Seconds">How long each figure is measured in each turn.</param>
/// <param name="Threads">The thread counts to measure with.</param>
/// <param name="Models">The names of the models to measure.</param>
/// <param name="Markdown">Whether tables are printed as Markdown.</param>
internal sealed record Settings(DirectoryInfo Peers, int Rounds, double Seconds, int[] Threads, string[] Models, bool Markdown)
{
    /// <summary>The seconds as an argument of another process.</summary>
    public string SecondsText => Seconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>The thread counts as an argument of another process.</summary>
    public string ThreadsText => string.Join(',', Threads.Select(count => count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The models as an argument of another process.</summary>
    public string ModelsText => string.Join(',', Models);

    /// <summary>The arguments by which a process of our own measures this.</summary>
    public string[] OwnArguments(Turn turn) => ["--measure", turn.ToString(), "--seconds", SecondsText, "--threads", ThreadsText, "--models", ModelsText];
}

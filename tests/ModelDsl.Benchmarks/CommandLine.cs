using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;
using ModelDsl.Benchmarks.Report;

namespace ModelDsl.Benchmarks;

/// <summary>The command line: what can be asked for, and what is asked for when nothing is said.</summary>
internal static class CommandLine
{
    private static readonly Option<DirectoryInfo> Peers = new("--peers")
    {
        Description = "The folder with the peers' programs, torchsharp/run.sh and onnxruntime/run.sh. Default: the environment's MODELDSL_PEERS, or ../shared/peers beside the repository.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("MODELDSL_PEERS") ?? DefaultPeers()),
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often ours and the peers take turns; figures are medians over the rounds.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "How long each figure is measured in each round, after a warm-up of at least 1.5 seconds, until the JIT rests.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
        CustomParser = ParseSeconds,
    };

    private static readonly Option<int[]> Threads = new("--threads")
    {
        Description = "The thread counts, separated by commas.",
        HelpName = "LIST",
        DefaultValueFactory = _ => [1, 2],
        CustomParser = ParseThreads,
    };

    private static readonly Option<string[]> Models = new("--models")
    {
        Description = $"The models, separated by commas: {string.Join(", ", ReferenceModels.Names)}.",
        HelpName = "LIST",
        DefaultValueFactory = _ => ReferenceModels.Names,
        CustomParser = ParseModels,
    };

    private static readonly Option<bool> Markdown = new("--markdown") { Description = "Prints the tables as Markdown." };

    private static readonly Option<bool> Cold = new("--cold") { Description = "Measures how long a program takes from its start to its first prediction and training step, and its size, instead." };

    private static readonly Option<bool> Memory = new("--memory") { Description = "Measures the memory that creating and training a model takes, and that of whole processes beside the peers', instead." };

    private static readonly Option<bool> Callers = new("--callers") { Description = "Measures the predictions of one model by as many threads at once as --threads lists, instead." };

    private static readonly Option<Turn?> Measure = new("--measure") { Hidden = true };

    /// <summary>Does what the arguments ask for.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        RootCommand root = new("Measures training steps, predictions and matrix products, beside libtorch and ONNX Runtime.")
        {
            Peers, Rounds, Seconds, Threads, Models, Markdown, Cold, Memory, Callers, Measure,
        };
        Rounds.Validators.Add(result =>
        {
            if (result.GetValue(Rounds) < 1)
            {
                result.AddError("--rounds: at least 1.");
            }
        });
        root.SetAction(Start);
        return root.Parse(arguments).Invoke();
    }

    private static int Start(ParseResult parsed)
    {
        Settings settings = new(
            parsed.GetValue(Peers)!, parsed.GetValue(Rounds), parsed.GetValue(Seconds), parsed.GetValue(Threads)!, parsed.GetValue(Models)!, parsed.GetValue(Markdown));
        if (parsed.GetValue(Measure) is { } turn)
        {
            OwnMeasurement.Run(turn, settings);
            return 0;
        }

        if (MachineLoad.Warning() is { } warning)
        {
            Console.Error.WriteLine(warning);
        }

        try
        {
            foreach (Section section in Measured(parsed, settings))
            {
                Console.WriteLine(section.Text(settings.Markdown));
            }

            return 0;
        }
        catch (InvalidOperationException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static IEnumerable<Section> Measured(ParseResult parsed, Settings settings)
    {
        (Option<bool> Option, Func<Settings, Section> Section)[] alone = [(Cold, ColdSection.Of), (Memory, MemorySection.Of), (Memory, ProcessMemorySection.Of), (Callers, CallerSection.Of)];
        Func<Settings, Section>[] chosen = [.. alone.Where(entry => parsed.GetValue(entry.Option)).Select(entry => entry.Section)];
        return chosen.Length == 0 ? Comparison.Run(settings) : chosen.Select(section => section(settings));
    }

    private static string DefaultPeers() => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "peers"));

    private static double ParseSeconds(ArgumentResult result)
    {
        if (double.TryParse(Text(result), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 3600)
        {
            return seconds;
        }

        result.AddError($"--seconds: '{Text(result)}' is not a positive number.");
        return 1;
    }

    private static int[] ParseThreads(ArgumentResult result)
    {
        List<int> counts = [];
        foreach (string part in Text(result).Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > Parallelism.MaxThreads)
            {
                result.AddError($"--threads: '{part}' is not a number from 1 to {Parallelism.MaxThreads}.");
                return [1];
            }

            counts.Add(count);
        }

        return [.. counts.Distinct()];
    }

    private static string[] ParseModels(ArgumentResult result)
    {
        string[] names = Text(result).Split(',');
        foreach (string name in names.Except(ReferenceModels.Names))
        {
            result.AddError($"--models: there is no '{name}'; there are {string.Join(", ", ReferenceModels.Names)}.");
        }

        return names;
    }

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;
}

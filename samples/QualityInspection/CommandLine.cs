using System.CommandLine;
using System.Globalization;
using ModelDsl;

namespace QualityInspection;

/// <summary>The command line: what can be asked for, and what is asked for when nothing is said.</summary>
internal static class CommandLine
{
    private const int MostParts = 100_000;

    private static readonly Option<int> parts = Between(4, MostParts, "--parts", 4000, "Drawn parts to learn from; a quarter as many are drawn for the test.");
    private static readonly Option<int> epochs = Between(1, int.MaxValue, "--epochs", 12, "Passes through the training parts.");
    private static readonly Option<int> batch = Between(1, MostParts, "--batch", 32, "Parts per training step.");
    private static readonly Option<int> threads = Between(
        1,
        Parallelism.MaxThreads,
        "--threads",
        Math.Min(Environment.ProcessorCount, Parallelism.MaxThreads),
        "Threads to compute on; the results are the same for any number.");

    private static readonly Option<int> seed = new("--seed") { Description = "Chooses drawings, initial weights and order.", HelpName = "N", DefaultValueFactory = _ => 42 };
    private static readonly Option<string> page = new("--page") { Description = "Where the page of examples goes, an SVG picture.", HelpName = "FILE", DefaultValueFactory = _ => "inspection.svg" };

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0, or 1 after one line on the error stream.</returns>
    public static int Run(string[] arguments)
    {
        RootCommand root = new("Trains a small residual network to find scratches, dents and stains on drawn surfaces, and writes a page of examples.")
        {
            parts, epochs, batch, seed, threads, page,
        };
        root.SetAction(Answer);
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors is not [{ } error, ..])
            return parsed.Invoke();
        Console.Error.WriteLine(error.Message);
        return 1;
    }

    private static int Answer(ParseResult parsed)
    {
        try
        {
            InspectCommand.Run(new InspectOptions(
                parsed.GetValue(parts), parsed.GetValue(epochs), parsed.GetValue(batch), parsed.GetValue(seed), parsed.GetValue(threads), parsed.GetRequiredValue(page)));
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static Option<int> Between(int least, int most, string name, int value, string description)
    {
        Option<int> option = new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            // What is no number at all has its own message already.
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, CultureInfo.InvariantCulture, out int number) && (number < least || number > most))
                result.AddError(most == int.MaxValue ? $"{name} must be at least {least}." : $"{name} must be from {least} to {most}.");
        });
        return option;
    }
}

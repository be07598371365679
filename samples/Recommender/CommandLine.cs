using System.CommandLine;
using System.Globalization;

namespace Recommender;

/// <summary>The command line: what can be asked for, and what is asked for when nothing is said.</summary>
internal static class CommandLine
{
    private static readonly Option<int> epochs = Between(1, int.MaxValue, "--epochs", 5, "Passes through what was read.");
    private static readonly Option<int> show = Between(0, World.UserCount, "--show", 4, "Readers whose recommendations are shown.");
    private static readonly Option<int> seed = new("--seed") { Description = "Chooses readers, books, initial weights and order.", HelpName = "N", DefaultValueFactory = _ => 42 };

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0, or 1 after one line on the error stream.</returns>
    public static int Run(string[] arguments)
    {
        RootCommand root = new("Recommends books to made-up readers by two towers that learn from what was read alone.")
        {
            epochs, show, seed,
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
        Random random = new(parsed.GetValue(seed));
        World world = new(random);
        History history = new(world, random);
        Console.WriteLine($"{World.UserCount} readers have read {history.Pairs.Length} of {World.ItemCount} books, made up here; one more of each reader is held out.");
        Recommendations model = Training.Run(history, parsed.GetValue(epochs), parsed.GetValue(seed));
        int[][] recommended = Ranking.Recommend(history, user => Ranking.Score(model, user));
        Report.PrintRecall(world, history, recommended);
        Report.PrintUsers(world, history, recommended, parsed.GetValue(show));
        return 0;
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

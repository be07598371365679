using System.CommandLine;
using System.Globalization;

namespace Sentiment;

/// <summary>The command line: what can be asked for, and what is asked for when nothing is said.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> data = new("--data")
    {
        Description = "A folder with rt-polarity.pos and rt-polarity.neg: one sentence on a line, in Latin-1. Without it sentences are made up.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string[]> text = new("--text")
    {
        Description = "A sentence to read, after the training on all folds but the last. May be given several times.",
        HelpName = "SENTENCE",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<int> folds = AtLeast(2, "--folds", 10, "Parts of the cross-validation.");
    private static readonly Option<int> epochs = AtLeast(1, "--epochs", 3, "Passes through the training sentences.");
    private static readonly Option<int> seed = new("--seed") { Description = "Chooses sentences, folds, initial weights and order.", HelpName = "N", DefaultValueFactory = _ => 42 };

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0, or 1 after one line on the error stream.</returns>
    public static int Run(string[] arguments)
    {
        RootCommand root = new("Tells favourable sentences about films from unfavourable ones by a convolutional network, with figures from cross-validation.")
        {
            data, text, folds, epochs, seed,
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
            Review[] reviews = ReadReviews(parsed);
            FoldResult last = Report.Print(CrossValidation.Run(reviews, parsed.GetValue(folds), parsed.GetValue(epochs), parsed.GetValue(seed)));
            Report.PrintSentences(last);
            Report.PrintTexts(last.Reader, parsed.GetValue(text) ?? []);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static Review[] ReadReviews(ParseResult parsed)
    {
        string? folder = parsed.GetValue(data);
        Review[] reviews = folder is null ? Opinions.Create(parsed.GetValue(seed)) : ReviewFiles.Read(folder);
        if (reviews.Length < parsed.GetValue(folds))
            throw new InvalidDataException($"{folder ?? "what is made up"}: has {reviews.Length} sentences, too few for {parsed.GetValue(folds)} folds.");
        Console.WriteLine($"{reviews.Length} sentences, {reviews.Count(review => review.IsPositive)} of them favourable, {folder ?? "made up here (--data FOLDER takes real ones)"}.");
        return reviews;
    }

    private static Option<int> AtLeast(int least, string name, int value, string description)
    {
        Option<int> option = new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            // What is no number at all has its own message already.
            if (result.Tokens is [{ Value: string digits }] && int.TryParse(digits, CultureInfo.InvariantCulture, out int number) && number < least)
                result.AddError($"{name} must be at least {least}.");
        });
        return option;
    }
}

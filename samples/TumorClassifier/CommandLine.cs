using System.CommandLine;
using System.Globalization;

namespace Tumors;

/// <summary>The command line: what can be asked for, and what is asked for when nothing is said.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> data = new("--data")
    {
        Description = "A CSV file: nine measures from 1 to 10 ('?' for a missing one) and the class, 2 benign or 4 malignant. Without it a table is made up.",
        HelpName = "FILE",
    };

    private static readonly Option<int> folds = AtLeast(2, "--folds", 10, "Parts of the cross-validation.");
    private static readonly Option<int> epochs = AtLeast(1, "--epochs", 30, "Passes through the training rows.");
    private static readonly Option<int> seed = new("--seed") { Description = "Chooses folds, initial weights and order.", HelpName = "N", DefaultValueFactory = _ => 42 };

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0, or 1 after one line on the error stream.</returns>
    public static int Run(string[] arguments)
    {
        RootCommand root = new("Tells malignant tumours from benign ones by logistic regression, with figures from cross-validation.")
        {
            data, folds, epochs, seed,
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
            TumorTable table = ReadTable(parsed);
            int[] fold = CrossValidation.Deal(table.Labels, parsed.GetValue(folds), parsed.GetValue(seed));
            float[] probabilities = CrossValidation.Predict(table, fold, parsed.GetValue(epochs), parsed.GetValue(seed));
            Report.Print(table, fold, probabilities);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static TumorTable ReadTable(ParseResult parsed)
    {
        string? path = parsed.GetValue(data);
        TumorTable table = path is null ? MadeUpTumors.Create(parsed.GetValue(seed)) : TumorTable.Read(path);
        int malignant = table.Labels.Sum();
        int rarer = Math.Min(malignant, table.Count - malignant);
        if (rarer < parsed.GetValue(folds))
            throw new InvalidDataException($"{path ?? "the made-up table"}: has {rarer} tumours of the rarer class, too few for {parsed.GetValue(folds)} folds.");
        Console.WriteLine($"{table.Count} tumours, {malignant} of them malignant, {path ?? "made up here (--data FILE takes real ones)"}.");
        return table;
    }

    private static Option<int> AtLeast(int least, string name, int value, string description)
    {
        Option<int> option = new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            // What is no number at all has its own message already.
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number < least)
                result.AddError($"{name} must be at least {least}.");
        });
        return option;
    }
}

using System.CommandLine;
using System.Globalization;
using ModelDsl;

namespace Digits;

/// <summary>The command line: what can be asked for, and what is asked for when nothing is said.</summary>
internal static class CommandLine
{
    private const int MostPerStep = 65_536;

    private static readonly Option<DirectoryInfo?> data = new("--data")
    {
        Description = "A folder with MNIST in IDX format, plain or .gz: train-* and t10k-*, or one pair of files of which the last fifth is the test. "
            + "Without it the program draws its own digits.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string> model = Model();
    private static readonly Option<int> epochs = Positive("--epochs", 12, "Passes through the training pictures.");
    private static readonly Option<int> batch = Positive("--batch", 64, "Pictures per training step.", MostPerStep);
    private static readonly Option<int> threads = Positive(
        "--threads",
        Math.Min(Environment.ProcessorCount, Parallelism.MaxThreads),
        "Threads to compute on; the results are the same for any number.",
        Parallelism.MaxThreads);

    private static readonly Option<int> seed = new("--seed") { Description = "Chooses drawings, initial weights and order.", HelpName = "N", DefaultValueFactory = _ => 42 };
    private static readonly Option<string> save = File("--save", "Where training leaves the weights.");
    private static readonly Option<string> weights = File("--weights", "The weights that --predict uses.");

    private static readonly Option<string?> predict = new("--predict")
    {
        Description = "Trains nothing, but reads the digits in a file: IDX pictures (plain or .gz) or one PGM picture, 28 x 28.",
        HelpName = "FILE",
    };

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0, or 1 after one line on the error stream.</returns>
    public static int Run(string[] arguments)
    {
        RootCommand root = new("Trains a small network to read handwritten digits, or reads digits with a trained one.")
        {
            data, model, epochs, batch, seed, threads, save, predict, weights,
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
            if (parsed.GetValue(predict) is { } pictures)
                PredictCommand.Run(pictures, parsed.GetRequiredValue(model), parsed.GetRequiredValue(weights));
            else
                TrainCommand.Run(ReadOptions(parsed));
            return 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static TrainOptions ReadOptions(ParseResult parsed) => new(
        parsed.GetRequiredValue(model),
        parsed.GetValue(data)?.ToString(),
        parsed.GetValue(epochs),
        parsed.GetValue(batch),
        parsed.GetValue(seed),
        parsed.GetValue(threads),
        parsed.GetRequiredValue(save));

    private static Option<string> Model()
    {
        Option<string> option = new("--model")
        {
            Description = "The network: convolutional, or a multilayer perceptron.",
            HelpName = $"{Networks.Convolutional}|{Networks.Perceptron}",
            DefaultValueFactory = _ => Networks.Convolutional,
        };
        return option.AcceptOnlyFromAmong(Networks.Convolutional, Networks.Perceptron);
    }

    private static Option<int> Positive(string name, int value, string description, int most = int.MaxValue)
    {
        Option<int> option = new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            // What is no number at all has its own message already.
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, CultureInfo.InvariantCulture, out int number) && (number < 1 || number > most))
                result.AddError(most == int.MaxValue ? $"{name} must be at least 1." : $"{name} must be from 1 to {most}.");
        });
        return option;
    }

    private static Option<string> File(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE", DefaultValueFactory = _ => "digits.safetensors" };
}

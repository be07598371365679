using System.CommandLine;
using System.Globalization;

namespace Demand;

/// <summary>The command line: what can be asked for, and what is asked for when nothing is said.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> data = new("--data")
    {
        Description = "A CSV file with a month on each line, the oldest first; its last column of numbers is the demand. Without it a series is made up.",
        HelpName = "FILE",
    };

    private static readonly Option<int> epochs = new("--epochs") { Description = "Passes through the months to learn from.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private static readonly Option<int> seed = new("--seed") { Description = "Chooses the series that is made up, initial weights and order.", HelpName = "N", DefaultValueFactory = _ => 42 };
    private static readonly Option<string> chart = new("--chart") { Description = "Where the chart goes, an SVG picture.", HelpName = "FILE", DefaultValueFactory = _ => "forecast.svg" };

    static CommandLine() => epochs.Validators.Add(result =>
    {
        // What is no number at all has its own message already.
        if (result.Tokens is [{ Value: string text }] && int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number < 1)
            result.AddError("--epochs must be at least 1.");
    });

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <returns>The exit code: 0, or 1 after one line on the error stream.</returns>
    public static int Run(string[] arguments)
    {
        RootCommand root = new("Forecasts monthly demand one month ahead with a recurrent network, beside the forecast that takes the year before, and draws both.")
        {
            data, epochs, seed, chart,
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
            DemandSeries series = ReadSeries(parsed.GetValue(data), parsed.GetValue(seed));
            Forecast forecast = Forecaster.Run(series, parsed.GetValue(epochs), parsed.GetValue(seed));
            Report.Print(forecast);
            string path = parsed.GetRequiredValue(chart);
            File.WriteAllText(path, Chart.Draw(forecast));
            Console.WriteLine();
            Console.WriteLine($"Chart: {path}");
            return 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static DemandSeries ReadSeries(string? path, int seed)
    {
        DemandSeries series = path is null ? SeasonalSeries.Create(seed) : SeriesFile.Read(path);
        Console.WriteLine($"{series.Count} months, {path ?? "made up here (--data FILE takes real ones)"}.");
        return series;
    }
}

using ModelDsl;

namespace Demand;

/// <summary>Learns from all months but the last two years, and forecasts those.</summary>
internal static class Forecaster
{
    private const double LearningRate = 3e-3;
    private const int BatchSize = 8;
    private const double ClipNorm = 1;

    // Far more than usual: of so few months a network would soon know the noise.
    private const double WeightDecay = 1;

    private const int Held = 2 * DemandSeries.Season;
    private const int LeastExamples = 24;

    /// <summary>Does so.</summary>
    /// <param name="series">The series.</param>
    /// <param name="epochs">Passes through the months to learn from. There are few of them: after many passes the model knows them by heart.</param>
    /// <param name="seed">Chooses initial weights and order.</param>
    /// <exception cref="InvalidDataException">The series is too short.</exception>
    public static Forecast Run(DemandSeries series, int epochs, int seed)
    {
        const int least = DemandWindows.FirstMonth + LeastExamples + Held;
        if (series.Count < least)
            throw new InvalidDataException($"{series.Name}: has {series.Count} months; {least} are needed to learn and to be tested.");
        int first = series.Count - Held;
        DemandWindows windows = new(series, training: first);
        DemandModel model = Train(windows, first - DemandWindows.FirstMonth, epochs, seed);
        float[] answers = new float[Held];
        model.Predict(windows.Inputs(first, Held), answers);
        return new Forecast(
            series,
            first,
            [.. answers.Select((answer, index) => windows.Demand(first + index, answer))],
            series.Values[(first - DemandSeries.Season)..^DemandSeries.Season],
            [.. Enumerable.Range(first, Held).Select(month => windows.Demand(month, 0))]);
    }

    private static DemandModel Train(DemandWindows windows, int examples, int epochs, int seed)
    {
        Console.WriteLine($"{examples} months to learn from, {Held} to forecast.");
        DemandModel model = new(seed);
        model.Fit(
            Dataset.Create(windows.Inputs(DemandWindows.FirstMonth, examples), windows.Targets(DemandWindows.FirstMonth, examples), examples),
            new AdamW(new CosineSchedule(LearningRate), weightDecay: WeightDecay),
            new TrainingOptions { Epochs = epochs, BatchSize = BatchSize, Seed = seed, ClipNorm = ClipNorm });
        return model;
    }
}

using ModelDsl;

namespace Recommender;

/// <summary>Trains the two towers.</summary>
internal static class Training
{
    private const double LearningRate = 5e-3;
    private const double WeightDecay = 0.05;
    private const int BatchSize = 512;

    /// <summary>Learns from what was read.</summary>
    /// <param name="history">What was read.</param>
    /// <param name="epochs">Passes through it.</param>
    /// <param name="seed">Chooses initial weights, order and the books that were not read.</param>
    public static Recommendations Run(History history, int epochs, int seed)
    {
        Recommendations model = new(seed);
        model.Fit(
            new SampledPairs(history, new Random(seed)),
            new AdamW(new CosineSchedule(LearningRate), weightDecay: WeightDecay),
            new TrainingOptions { Epochs = epochs, BatchSize = BatchSize, Seed = seed },
            new Lines());
        return model;
    }

    private sealed class Lines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Step == value.StepsPerEpoch)
                Console.WriteLine(FormattableString.Invariant($"epoch {value.Epoch} of {value.Epochs}: loss {value.Loss:F4}"));
        }
    }
}

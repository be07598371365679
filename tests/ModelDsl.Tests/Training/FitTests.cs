namespace ModelDsl.Tests.Training;

public class FitTests
{
    [Fact]
    public void Training_finds_the_line_that_the_data_lies_on()
    {
        LinearModel<float> model = Regression<float>();
        TrainingHistory history = model.Fit(Numbers.Line<float>(200, seed: 3), new SGD(0.3), new() { Epochs = 30, BatchSize = 16 });

        Assert.Equal(30, history.Epochs.Count);
        Assert.True(history.Last.Loss < 1e-6 * history.Epochs[0].Loss, $"{history.Epochs[0].Loss} to {history.Last.Loss}");
        Assert.Equal(-2f, model.Weight[0, 1], 1e-3f);
        Assert.False(history.StoppedEarly);
        Assert.Equal(0.3, history.Last.LearningRate);
        Assert.Null(history.Last.ValidationLoss);
    }

    [Fact]
    public void The_order_of_examples_depends_on_the_seed_alone()
    {
        float[] first = Weights(new() { Epochs = 2, Seed = 5 });
        Assert.Equal(first, Weights(new() { Epochs = 2, Seed = 5 }));
        Assert.NotEqual(first, Weights(new() { Epochs = 2, Seed = 6 }));
        Assert.NotEqual(first, Weights(new() { Epochs = 2, Shuffle = false }));

        static float[] Weights(TrainingOptions options)
        {
            LinearModel<float> model = Regression<float>();
            model.Fit(Numbers.Line<float>(100, seed: 3), new SGD(0.1), options);
            return model.Snapshot();
        }
    }

    [Fact]
    public void Each_epoch_shows_every_example_once_in_a_new_order()
    {
        LinearModel<float> model = Regression<float>();
        List<float> seen = [];
        model.BeforeTrain = run => seen.AddRange(Enumerable.Range(0, (int)run.Batch).Select(row => run.Input[3 * row]));
        model.Fit(Numbers.Line<float>(50, seed: 3), new SGD(0.1), new() { Epochs = 2, BatchSize = 8 });

        Assert.Equal(100, seen.Count);
        Assert.Equal(seen[..50].Order(), seen[50..].Order());
        Assert.Equal(50, seen[..50].Distinct().Count());
        Assert.NotEqual(seen[..50], seen[50..]);
    }

    [Theory]
    [InlineData(false, 1, new[] { 4, 4, 2 })]
    [InlineData(true, 1, new[] { 4, 4 })]
    [InlineData(false, 2, new[] { 4, 4, 2 })]
    [InlineData(true, 2, new[] { 4, 4 })]
    [InlineData(false, 3, new[] { 10 }, int.MaxValue)]
    public void The_last_batch_is_smaller_or_left_out(bool dropLast, int accumulation, int[] expected, int batchSize = 4)
    {
        LinearModel<float> model = Regression<float>();
        List<int> sizes = [];
        model.BeforeTrain = run => sizes.Add((int)run.Batch);
        model.Fit(Numbers.Line<float>(10, seed: 3), new SGD(0.1), new() { Epochs = 1, BatchSize = batchSize, DropLastBatch = dropLast, AccumulationSteps = accumulation });
        Assert.Equal(expected, sizes);
    }

    [Fact]
    public void A_training_accumulates_to_the_steps_of_large_batches()
    {
        double[] accumulated = Weights(new() { Epochs = 3, BatchSize = 3, AccumulationSteps = 4 });
        double[] large = Weights(new() { Epochs = 3, BatchSize = 12 });
        Assert.All(accumulated.Zip(large), pair => Assert.Equal(pair.Second, pair.First, 1e-12));

        static double[] Weights(TrainingOptions options)
        {
            LinearModel<double> model = Regression<double>();
            model.Fit(Numbers.Line<double>(40, seed: 3), new SGD(0.1), options);
            return model.Snapshot();
        }
    }

    [Fact]
    public void An_example_of_weight_0_teaches_nothing()
    {
        float[] features = [1, 2, 3, 9, 9, 9, 3, 1, 2];
        LinearModel<float> weighted = Regression<float>();
        LinearModel<float> without = Regression<float>();
        TrainingOptions options = new() { Epochs = 5, Shuffle = false };
        TrainingHistory first = weighted.Fit(Dataset.Create(features, [1f, 100f, 2f], [1f, 0f, 1f]), new SGD(0.01), options);
        TrainingHistory second = without.Fit(Dataset.Create([1f, 2, 3, 3, 1, 2], [1f, 2f]), new SGD(0.01), options);

        Assert.Equal(without.Snapshot(), weighted.Snapshot());
        Assert.Equal(second.Last.Loss, first.Last.Loss);
    }

    [Fact]
    public void A_batch_whose_examples_all_weigh_0_is_passed_over()
    {
        LinearModel<float> model = Regression<float>();
        float[] before = model.Snapshot();
        model.Fit(Numbers.Line(8, seed: 3, new float[8]), new SGD(0.1), new() { Epochs = 1, BatchSize = 4 });
        Assert.Equal(before, model.Snapshot());
    }

    [Fact]
    public void Early_stopping_brings_the_best_weights_back()
    {
        Dataset<float> validation = Numbers.Line<float>(20, seed: 4);
        LinearModel<float> model = Regression<float>();

        // The opposite of what the validation data says: the first epoch is the best, and every other one worse.
        Dataset<float> opposite = Dataset.Create(Numbers.Draw<float>(60, seed: 3), Enumerable.Repeat(-50f, 20).ToArray());
        TrainingOptions options = new() { Epochs = 20, Validation = validation, EarlyStopping = new() { Patience = 3 } };
        TrainingHistory history = model.Fit(opposite, new SGD(0.05), options);

        Assert.True(history.StoppedEarly);
        Assert.Equal(4, history.Epochs.Count);
        Assert.Equal(1, history.Best.Epoch);
        Assert.True(history.Last.ValidationLoss > history.Best.ValidationLoss);
        Assert.Equal(history.Best.ValidationLoss, model.Evaluate(validation).Loss);
    }

    [Fact]
    public void Early_stopping_keeps_the_last_weights_when_asked_to()
    {
        Dataset<float> data = Numbers.Line<float>(20, seed: 3);
        LinearModel<float> model = Regression<float>();
        EarlyStopping early = new() { Patience = 2, MinimumDelta = 1000, RestoreBestWeights = false };
        TrainingHistory history = model.Fit(data, new SGD(0.1), new() { Epochs = 20, Validation = data, EarlyStopping = early });

        Assert.Equal(3, history.Epochs.Count);
        Assert.Equal(history.Last.ValidationLoss, model.Evaluate(data).Loss);
    }

    [Fact]
    public void Cancellation_leaves_the_weights_of_the_last_whole_step()
    {
        using CancellationTokenSource source = new();
        LinearModel<float> cancelled = Regression<float>();
        int steps = 0;
        cancelled.BeforeTrain = _ =>
        {
            if (++steps == 3)
            {
                source.Cancel();
            }
        };
        Dataset<float> data = Numbers.Line<float>(40, seed: 3);
        TrainingOptions options = new() { Epochs = 1, BatchSize = 4, Shuffle = false };
        Assert.Throws<OperationCanceledException>(() => cancelled.Fit(data, new SGD(0.1), options, cancellationToken: source.Token));

        LinearModel<float> expected = Regression<float>();
        expected.Fit(data.Subset(..12), new SGD(0.1), options);
        Assert.Equal(3, steps);
        Assert.Equal(expected.Snapshot(), cancelled.Snapshot());
    }

    [Fact]
    public async Task Training_on_another_thread_gives_the_same_weights()
    {
        Dataset<float> data = Numbers.Line<float>(40, seed: 3);
        LinearModel<float> here = Regression<float>();
        LinearModel<float> there = Regression<float>();
        here.Fit(data, new Adam(0.1));
        TrainingHistory history = await there.FitAsync(data, new Adam(0.1));
        Assert.Equal(10, history.Epochs.Count);
        Assert.Equal(here.Snapshot(), there.Snapshot());
    }

    [Fact]
    public void Progress_tells_the_validation_at_the_end_of_each_epoch()
    {
        Recorder recorder = new();
        Dataset<float> data = Numbers.Line<float>(20, seed: 3);
        TrainingHistory history = Regression<float>().Fit(data, new SGD(0.1), new() { Epochs = 2, BatchSize = 8, Validation = data }, recorder);

        TrainingProgress[] ends = [.. recorder.Reports.Where(report => report.Step == report.StepsPerEpoch)];
        Assert.Equal([1, 2], ends.Select(report => report.Epoch));
        Assert.Equal(history.Epochs.Select(epoch => epoch.ValidationLoss), ends.Select(report => report.ValidationLoss));
        Assert.Equal(history.Epochs.Select(epoch => epoch.Loss), ends.Select(report => report.Loss));
        Assert.All(ends, report => Assert.True(report is { StepsPerEpoch: 3, Epochs: 2, ExamplesPerSecond: > 0, LearningRate: 0.1 }));
    }

    [Fact]
    public void A_model_is_trained_by_one_training_at_a_time()
    {
        LinearModel<float> model = Regression<float>();
        Dataset<float> data = Numbers.Line<float>(4, seed: 3);
        InvalidOperationException? inner = null;
        model.BeforeTrain = _ => inner ??= Assert.Throws<InvalidOperationException>(() => model.Fit(data, new SGD(0.1)));
        model.Fit(data, new SGD(0.1), new() { Epochs = 1 });
        Assert.Contains("being trained", inner?.Message);
    }

    [Fact]
    public void Data_that_does_not_fit_is_refused_before_anything_changes()
    {
        LinearModel<float> model = Regression<float>();
        float[] before = model.Snapshot();
        float[] broken = Numbers.Draw<float>(300, seed: 1);
        broken[(70 * 3) + 2] = float.NaN;

        Refused(Dataset.Create(new float[8], new float[2]), "data: an example has 4 features, but the model Linear takes 3.");
        Refused(Dataset.Create(new float[6], new float[4], examples: 2), "data: an example has 2 targets, but the model Linear takes 1.");
        Refused(Dataset.Create(new float[6], new int[2]), "data: the model Linear learns from target values, not from class indices.");
        Refused(Dataset.Create(Array.Empty<float>(), Array.Empty<float>()), "data holds no examples.");
        Refused(Dataset.Create(broken, new float[100]), "data: feature 2 of example 70 is NaN; training needs finite numbers.");
        Refused(Dataset.Create(broken, new float[100]).Subset(60..), "data: feature 2 of example 70 is NaN; training needs finite numbers.");
        Assert.Equal(before, model.Snapshot());

        void Refused(Dataset<float> data, string message) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>("data", () => model.Fit(data, new SGD(0.1))).Message);
    }

    [Fact]
    public void Options_that_do_not_fit_the_data_are_refused()
    {
        LinearModel<float> model = Regression<float>();
        Dataset<float> data = Numbers.Line<float>(10, seed: 1);
        ArgumentException few = Assert.Throws<ArgumentException>("data", () => model.Fit(data, new SGD(0.1), new() { BatchSize = 16, DropLastBatch = true }));
        Assert.Contains("10 examples, fewer than the 16", few.Message);
        ArgumentException type = Assert.Throws<ArgumentException>("options", () => model.Fit(data, new SGD(0.1), new() { Validation = Numbers.Line<double>(10, seed: 1) }));
        Assert.Contains("Double, but the model Linear works in Single", type.Message);
        Assert.Throws<ArgumentOutOfRangeException>("BatchSize", () => new TrainingOptions { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("ClipNorm", () => new TrainingOptions { ClipNorm = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new EarlyStopping { Patience = 0 });
    }

    [Fact]
    public void A_model_without_a_loss_is_not_trained()
    {
        LinearModel<float> model = new(3, 1, TargetKind.None);
        Assert.Contains("has no loss", Assert.Throws<InvalidOperationException>(() => model.Fit(Numbers.Line<float>(10, seed: 1), new SGD(0.1))).Message);
        Assert.Contains("has no loss", Assert.Throws<InvalidOperationException>(() => new Trainer<float>(model, new SGD(0.1))).Message);
    }

    private static LinearModel<T> Regression<T>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => new(3, 1, TargetKind.Values);

    private sealed class Recorder : IProgress<TrainingProgress>
    {
        internal List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value) => Reports.Add(value);
    }
}

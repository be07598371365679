using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Training;

/// <summary>A loss that compares a prediction with nothing: examples are features alone.</summary>
public sealed class Targetless
{
    private const int Count = 60, Width = 5;

    [Fact]
    public void Triplets_are_learnt_from_features_alone()
    {
        TripletTowersModel model = new(seed: 4);
        Dataset<float> data = Dataset.Create(Triplets(seed: 1), Count);
        Assert.True(data is { Count: Count, FeatureSize: 3 * Width, TargetKind: TargetKind.None, TargetSize: 0, HasWeights: false });
        double before = model.Evaluate(data).Loss;
        TrainingHistory history = model.Fit(data, new Adam(0.01), new TrainingOptions { Epochs = 40, BatchSize = 8, Validation = data });
        Evaluation after = model.Evaluate(data);
        Assert.True(after.Loss < 0.2 * before, $"from {before} to {after.Loss}");
        Assert.Equal(after.Loss, history.Epochs[^1].ValidationLoss!.Value, 1e-6);
        Assert.Null(after.Accuracy);
        Assert.Equal((Count, TargetKind.None), (after.Count, model.Definition.TargetKind));
    }

    [Fact]
    public void Triplets_of_ids_are_learnt_from_ids_alone()
    {
        TokenTripletModel model = new(seed: 4);
        int[] tokens = [.. Enumerable.Range(0, 20 * 12).Select(i => i % 12 < 8 ? i / 12 % 3 : 6)];
        Trainer<float> trainer = new(model, new Adam(0.05));
        double first = trainer.Step(tokens);
        for (int step = 0; step < 30; step++)
        {
            trainer.Step(tokens);
        }

        Assert.InRange(model.Evaluate(Dataset.CreateTokens<float>(tokens, 20)).Loss, 0, 0.5 * first);
    }

    [Fact]
    public void An_example_counts_as_much_as_its_weight_says()
    {
        float[] features = Triplets(seed: 2)[..(3 * 3 * Width)];
        TripletTowersModel model = new(seed: 4);
        double Loss(int example) => model.Evaluate(Dataset.Create(features.AsSpan(3 * Width * example, 3 * Width), examples: 1)).Loss;
        double expected = ((0.5 * Loss(0)) + (2 * Loss(2))) / 2.5;
        float[] weights = [0.5f, 0, 2];
        Assert.Equal(expected, model.Evaluate(Dataset.Create(features, 3, weights)).Loss, 1e-5);
        Assert.Equal(expected, new Trainer<float>(model, new SGD(0.1)).ComputeGradients(features, ReadOnlySpan<float>.Empty, weights), 1e-5);
    }

    [Fact]
    public void Data_that_does_not_fit_is_named()
    {
        float[] features = Triplets(seed: 3);
        TripletTowersModel alone = new(seed: 4);
        CosineModel compared = new(seed: 4);
        Trainer<float> trainer = new(alone, new SGD(0.1));
        Refused("data", "the model TripletTowersModel learns from features alone, not from class indices", () => alone.Fit(Dataset.Create(features, new int[Count]), new SGD(0.1)));
        Refused("data", "the model CosineModel learns from target values, not from features alone", () => compared.Evaluate(Dataset.Create(features, 3 * Count)));
        Refused("targets", "the model TripletTowersModel learns from features alone, not from target values", () => trainer.Step(features, new float[Count]));
        Refused("inputs", "the model CosineModel learns from target values, not from features alone", () => new Trainer<float>(compared, new SGD(0.1)).Step(features));
        Refused("inputs", "not a multiple of the 15 of one example", () => trainer.Step(features.AsSpan(1)));
        Refused("features", "features holds 900 values, which 7 examples cannot share equally", () => Dataset.Create(features, 7));
    }

    private static void Refused(string argument, string message, Action action) => Assert.Contains(message, Assert.Throws<ArgumentException>(argument, action).Message);

    /// <summary>Anchors near one of two points, positives near the same, negatives near the other.</summary>
    private static float[] Triplets(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Count * 3 * Width).Select(i => (float)((i / (3 * Width) % 2 == i / Width % 3 / 2 ? 1 : -1) + (0.3 * Examples<float>.Normal(random))))];
    }
}

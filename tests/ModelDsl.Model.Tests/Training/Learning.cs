using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Training;

/// <summary>Small problems that a network must solve, from the first attribute to the prediction.</summary>
public sealed class Learning
{
    [Fact]
    public void Exclusive_or_is_learnt()
    {
        XorModel model = new(seed: 4);
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1], targets = [0, 1, 1, 0];
        model.Fit(Dataset.Create(inputs, targets), new Adam(0.05), new TrainingOptions { Epochs = 400, BatchSize = 4 });
        float[] predictions = model.Predict(inputs);
        Assert.All(predictions.Zip(targets), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.1f));
    }

    [Fact]
    public void Two_spirals_are_told_apart()
    {
        SpiralModel model = new(seed: 4);
        (float[] inputs, int[] labels) = Spirals(count: 200, offset: 0);
        model.Fit(Dataset.Create(inputs, labels), new Adam(0.01), new TrainingOptions { Epochs = 150, BatchSize = 20, Seed = 1 });
        (float[] unseen, int[] truth) = Spirals(count: 200, offset: 0.5);
        Assert.InRange(Accuracy(model.Predict(unseen), truth), 0.97, 1);
    }

    [Fact]
    public void A_sine_is_fitted()
    {
        SineModel model = new(seed: 4);
        float[] inputs = [.. Enumerable.Range(0, 128).Select(i => (i - 64) / 20f)], targets = Array.ConvertAll(inputs, MathF.Sin);
        model.Fit(Dataset.Create(inputs, targets), new Adam(0.02), new TrainingOptions { Epochs = 250, BatchSize = 16, Seed = 1 });
        float[] predictions = model.Predict(inputs);
        Assert.InRange(predictions.Zip(targets, (p, t) => Math.Abs(p - t)).Average(), 0, 0.05f);
    }

    internal static double Accuracy(float[] predictions, int[] labels)
    {
        float[][] rows = [.. predictions.Chunk(predictions.Length / labels.Length)];
        return Enumerable.Range(0, labels.Length).Count(i => Array.IndexOf(rows[i], rows[i].Max()) == labels[i]) / (double)labels.Length;
    }

    private static (float[] Inputs, int[] Labels) Spirals(int count, double offset)
    {
        float[] inputs = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            double radius = 0.2 + (1.8 * ((i / 2) + offset) / (count / 2)), angle = (3 * radius) + (Math.PI * labels[i]);
            inputs[2 * i] = (float)(radius * Math.Cos(angle));
            inputs[(2 * i) + 1] = (float)(radius * Math.Sin(angle));
        }

        return (inputs, labels);
    }
}

using ModelDsl.CompiledTests.Models;

namespace ModelDsl.CompiledTests.Training;

/// <summary>Networks of images that must learn to tell drawn shapes apart wherever they are.</summary>
public sealed class Shapes
{
    private const int Side = 12;

    [Fact]
    public void A_residual_network_with_batch_norm_tells_shapes_apart()
    {
        SmallResNet model = new(seed: 4);
        (float[] images, int[] labels) = Draw(count: 300, seed: 1);
        model.Fit(Dataset.Create(images, labels), new Adam(0.005), new TrainingOptions { Epochs = 6, BatchSize = 20, Seed = 1 });
        (float[] unseen, int[] truth) = Draw(count: 300, seed: 2);
        Assert.InRange(Learning.Accuracy(model.Predict(unseen), truth), 0.95, 1);
    }

    /// <summary>A horizontal bar, a vertical one, or a diagonal, anywhere, in noise.</summary>
    private static (float[] Images, int[] Labels) Draw(int count, int seed)
    {
        Random random = new(seed);
        float[] images = [.. Enumerable.Range(0, count * Side * Side).Select(_ => 0.3f * random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 3)];
        for (int i = 0; i < count; i++)
        {
            const int Length = 6;
            (int down, int right) = labels[i] switch { 0 => (0, 1), 1 => (1, 0), _ => (1, 1) };
            int top = random.Next(Side - (down * Length)), left = random.Next(Side - (right * Length));
            for (int step = 0; step < Length; step++)
            {
                images[(((i * Side) + top + (down * step)) * Side) + left + (right * step)] += 0.7f;
            }
        }

        return (images, labels);
    }
}

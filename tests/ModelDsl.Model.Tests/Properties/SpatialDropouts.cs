using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class SpatialDropouts
{
    private const int Pixels = 6;
    private const int Channels = 2000;

    [Fact]
    public void A_channel_is_dropped_or_scaled_as_a_whole()
    {
        float[] gradient = MaskedGradient(seed: 1, example: 0);
        float[][] pixels = [.. gradient.Chunk(Channels)];
        Assert.All(pixels, pixel => Assert.Equal(pixels[0], pixel));
        Assert.All(pixels[0], value => Assert.True(value == 0 || Math.Abs((-2 / 0.7f) - value) < 1e-5f));

        // 2,000 draws with probability 0.3: the standard error of the share is 0.0102; four of them are allowed.
        Assert.InRange(pixels[0].Count(value => value == 0) / (double)Channels, 0.259, 0.341);
    }

    [Fact]
    public void Each_example_has_a_mask_of_its_own() => Assert.NotEqual(MaskedGradient(seed: 1, example: 0), MaskedGradient(seed: 1, example: 1));

    [Fact]
    public void A_mask_follows_the_seed() => Assert.NotEqual(MaskedGradient(seed: 1, example: 0), MaskedGradient(seed: 2, example: 0));

    [Fact]
    public void Inference_drops_nothing()
    {
        Subject<float> subject = new(new SpatialMaskModel(seed: 1));
        subject.Parameters.Fill(1 / 1024f);
        Assert.Equal(Pixels * Channels / 1024f, subject.Model.Predict(Ones(1))[0]);
    }

    /// <summary>Every input is 1 and every weight 0, so the prediction is 0 and the gradient of (0 − 1)² is −2 times the mask; the other example counts nothing.</summary>
    private static float[] MaskedGradient(long seed, int example)
    {
        Subject<float> subject = new(new SpatialMaskModel(seed));
        subject.Parameters.Clear();
        float[] weights = [0, 0];
        weights[example] = 1;
        subject.Loss(new Examples<float>(Ones(2), [1, 1], null, weights));
        return subject.Values("dense1.weight", subject.Gradients);
    }

    private static float[] Ones(int examples) => [.. Enumerable.Repeat(1f, examples * Pixels * Channels)];
}

using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class Dropouts
{
    [Fact]
    public void A_mask_drops_its_share_and_scales_what_is_left()
    {
        float[] gradient = MaskedGradient(seed: 1);
        float kept = gradient.First(value => value != 0);

        // 4,000 draws with probability 0.3: the standard error of the share is 0.0072; four of them are allowed.
        Assert.InRange(gradient.Count(value => value == 0) / 4000.0, 0.271, 0.329);
        Assert.All(gradient, value => Assert.True(value == 0 || value == kept));

        // Every input is 1 and every weight 0, so the prediction is 0 and the gradient of (0 − 1)² is −2 times the mask.
        Assert.Equal(-2 / 0.7f, kept, 1e-6f);
    }

    [Fact]
    public void A_mask_follows_the_seed() => Assert.NotEqual(MaskedGradient(seed: 1), MaskedGradient(seed: 2));

    [Fact]
    public void Inference_drops_nothing()
    {
        Subject<float> subject = new(new MaskModel(seed: 1));
        subject.Parameters.Fill(1 / 1024f);
        float[] ones = [.. Enumerable.Repeat(1f, 4000)];
        Assert.Equal(4000 / 1024f, subject.Predict(new Examples<float>(ones, [1], null, [1]))[0]);
    }

    private static float[] MaskedGradient(long seed)
    {
        Subject<float> subject = new(new MaskModel(seed));
        subject.Parameters.Clear();
        subject.Loss(new Examples<float>([.. Enumerable.Repeat(1f, 4000)], [1], null, [1]));
        return subject.Gradients.ToArray();
    }
}

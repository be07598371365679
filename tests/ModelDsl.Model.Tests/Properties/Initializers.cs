using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class Initializers
{
    private readonly Subject<float> subject = new(new InitializedModel(seed: 12));

    [Theory]
    [InlineData("glorotUniform", 2.0 / (100 + 200))]
    [InlineData("glorotNormal", 2.0 / (200 + 100))]
    [InlineData("heUniform", 2.0 / 100)]
    [InlineData("heNormal", 2.0 / 200)]
    public void Weights_have_the_variance_of_their_initializer(string layer, double variance)
    {
        float[] weights = Values($"{layer}.weight");
        double mean = weights.Average(), measured = weights.Average(value => (value - mean) * (value - mean));

        // 20,000 draws: the standard error of a normal's variance is 1 %, of the mean 0.7 % of the deviation; four of each are allowed.
        Assert.InRange(measured / variance, 0.96, 1.04);
        Assert.InRange(mean / Math.Sqrt(variance), -0.03, 0.03);
    }

    [Theory]
    [InlineData("glorotUniform", 6.0 / (100 + 200))]
    [InlineData("heUniform", 6.0 / 100)]
    public void Uniform_weights_fill_their_interval_and_stay_inside(string layer, double squaredBound)
    {
        float[] weights = Values($"{layer}.weight");
        double bound = Math.Sqrt(squaredBound);
        Assert.InRange(weights.Max(), 0.99 * bound, bound * 1.000001);
        Assert.InRange(weights.Min(), -bound * 1.000001, -0.99 * bound);
    }

    [Theory]
    [InlineData("glorotNormal")]
    [InlineData("heNormal")]
    public void Normal_weights_have_normal_tails(string layer)
    {
        float[] weights = Values($"{layer}.weight");
        double deviation = Math.Sqrt(weights.Average(value => (double)value * value));
        double within = weights.Count(value => Math.Abs(value) < deviation) / (double)weights.Length;
        Assert.InRange(within, 0.668, 0.698);
        Assert.Contains(weights, value => Math.Abs(value) > 3 * deviation);
    }

    [Fact]
    public void Constants_and_zeros_are_what_was_written()
    {
        Assert.All(Values("constant.weight"), value => Assert.Equal(-0.75f, value));
        Assert.All(Values("constant.bias"), value => Assert.Equal(0.25f, value));
        Assert.All(Values("zeros.weight"), value => Assert.Equal(0, value));
        Assert.All(Values("glorotUniform.bias"), value => Assert.Equal(0, value));
        Assert.Equal(100, Values("heNormal.bias").Distinct().Count());
    }

    [Fact]
    public void The_same_seed_draws_the_same_weights_and_another_seed_others()
    {
        Assert.Equal(subject.Parameters.ToArray(), new Subject<float>(new InitializedModel(seed: 12)).Parameters.ToArray());
        Assert.NotEqual(Values("heNormal.weight"), new Subject<float>(new InitializedModel(seed: 13)).Values("heNormal.weight"));
    }

    private float[] Values(string name) => subject.Values(name);
}

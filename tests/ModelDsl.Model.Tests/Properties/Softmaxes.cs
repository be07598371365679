using CsCheck;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class Softmaxes
{
    [Fact]
    public void Gradients_of_softmax_with_cross_entropy_sum_to_zero() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int, (count, seed) => (count, seed)).Sample(
            drawn =>
            {
                Subject<double> subject = new(new CrossEntropyModel64(drawn.seed));
                subject.Loss(Examples<double>.Draw(subject.Definition, drawn.count, drawn.seed));
                double[] bias = subject.Values("dense1.bias", subject.Gradients);
                Assert.True(bias.Max(Math.Abs) > 1e-4);
                Assert.InRange(bias.Sum(), -1e-14, 1e-14);
            },
            iter: 50, threads: 1);

    [Fact]
    public void Probabilities_are_positive_and_sum_to_one() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int, (count, seed) => (count, seed)).Sample(
            drawn =>
            {
                Subject<float> subject = new(new SequenceCrossEntropyModel(drawn.seed));
                float[] output = subject.Predict(Examples<float>.Draw(subject.Definition, drawn.count, drawn.seed));
                foreach (float[] row in output.Chunk(4))
                {
                    Assert.All(row, value => Assert.True(value > 0));
                    Assert.InRange(row.Sum(), 1 - 1e-6f, 1 + 1e-6f);
                }
            },
            iter: 50, threads: 1);

    [Theory]
    [InlineData(nameof(CrossEntropyModel))]
    [InlineData(nameof(BinaryCrossEntropyModel))]
    [InlineData(nameof(KLDivergenceModel))]
    public void Logits_of_any_size_give_a_finite_loss_and_finite_gradients(string name)
    {
        Subject<float> subject = new(Catalog.Single(name, seed: 3));
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 20, seed: 4);
        subject.Parameters.Fill(1000);
        subject.Parameters[0] = -3000;
        Assert.True(double.IsFinite(subject.Loss(examples)));
        Assert.All(subject.Gradients.ToArray(), value => Assert.True(float.IsFinite(value)));
        Assert.All(subject.Predict(examples), value => Assert.InRange(value, 0, 1));
    }
}

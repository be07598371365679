using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>What batch normalisation measures in training, and predicts with.</summary>
public sealed class RunningStatistics
{
    [Fact]
    public void A_step_moves_them_a_tenth_of_the_way_to_mean_and_unbiased_variance_of_its_batch()
    {
        const int count = 7, positions = 6, channels = 4;
        Subject<double> subject = new(new MeasuredModel(seed: 1));
        Examples<double> examples = Examples<double>.Draw(subject.Definition, count, seed: 2);
        new Trainer<double>(subject.Model, new SGD(0.1)).Step(examples.Inputs, examples.Values);

        double[] means = subject.Values("batchNorm1.running_mean", subject.Model.Parameters.Span);
        double[] variances = subject.Values("batchNorm1.running_var", subject.Model.Parameters.Span);
        for (int channel = 0; channel < channels; channel++)
        {
            double[] values = [.. Enumerable.Range(0, count * positions).Select(position => examples.Inputs[(position * channels) + channel])];
            double mean = values.Average(), variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
            Assert.Equal(0.1 * mean, means[channel], 1e-12);
            Assert.Equal(0.9 + (0.1 * variance), variances[channel], 1e-12);
        }
    }
}

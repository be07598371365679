using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class Divergence
{
    [Theory]
    [InlineData("dense1")]
    [InlineData("dense2")]
    [InlineData("dense3")]
    public void A_weight_that_is_not_a_number_stops_training_with_the_layer_named(string layer)
    {
        Subject<float> subject = new(new MlpModel(seed: 1));
        subject.Parameters[subject.Definition.Parameters.Single(parameter => parameter.Name == $"{layer}.bias").Offset] = float.NaN;
        TrainingDivergedException divergence = Diverge(subject, new SGD(0.1));
        Assert.Equal(layer, divergence.Layer);
        Assert.Contains(layer, divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_learning_rate_far_too_high_stops_training_with_the_step_named()
    {
        Subject<float> subject = new(new MeanSquaredErrorModel(seed: 1));
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 8, seed: 2);
        Trainer<float> trainer = new(subject.Model, new SGD(1e15));
        int steps = 0;
        TrainingDivergedException divergence = Assert.Throws<TrainingDivergedException>(() =>
        {
            for (steps = 1; steps < 100; steps++)
            {
                trainer.Step(examples.Inputs, examples.Values);
            }
        });
        Assert.InRange(steps, 2, 20);
        Assert.Equal(steps, divergence.Step);
        Assert.All(subject.Parameters.ToArray(), value => Assert.True(float.IsFinite(value)));
    }

    private static TrainingDivergedException Diverge(Subject<float> subject, Optimizer optimizer)
    {
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 8, seed: 2);
        Trainer<float> trainer = new(subject.Model, optimizer);
        return Assert.Throws<TrainingDivergedException>(() => trainer.Step(examples.Inputs, examples.Labels, examples.Weights));
    }
}

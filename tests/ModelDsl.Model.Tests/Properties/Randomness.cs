using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class Randomness
{
    [Fact]
    public void The_same_seed_trains_to_the_same_bits() => Assert.Equal(Train(seed: 1), Train(seed: 1));

    [Fact]
    public void Another_seed_trains_to_other_weights() => Assert.NotEqual(Train(seed: 1), Train(seed: 2));

    [Fact]
    public void Each_step_drops_other_values()
    {
        Subject<float> subject = new(new MaskModel(seed: 1));
        subject.Parameters.Clear();
        float[] ones = [.. Enumerable.Repeat(1f, 4000)];
        Trainer<float> trainer = new(subject.Model, new SGD(1e-30));
        trainer.Step(ones, [1f]);
        float[] first = subject.Gradients.ToArray();
        trainer.Step(ones, [1f]);
        int changed = first.Zip(subject.Gradients.ToArray()).Count(pair => (pair.First == 0) != (pair.Second == 0));

        // Two independent masks differ where one of them drops: 2·0.3·0.7 of 4,000 places, with a standard error of 0.0078 of them.
        Assert.InRange(changed / 4000.0, 0.389, 0.451);
    }

    private static float[] Train(long seed)
    {
        Subject<float> subject = new(new DropoutModel(seed));
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 50, seed: 3);
        subject.Model.Fit(
            Dataset.Create(examples.Inputs, examples.Labels!, examples.Weights), new Adam(0.01), new TrainingOptions { Epochs = 2, BatchSize = 16 });
        return subject.Parameters.ToArray();
    }
}

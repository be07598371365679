using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Training;

/// <summary>Labels that are not aligned with the steps of a sequence.</summary>
public sealed class Alignment
{
    private const int Steps = 7, Features = 3, Size = 4, Blank = 2, None = Dataset.Ignored;

    [Fact]
    public void A_sequence_of_labels_is_learnt_without_knowing_where_they_are()
    {
        LastBlankCTCModel model = new(seed: 4);
        (float[] features, int[] labels) = Sequences(count: 200);
        Dataset<float> data = Dataset.Create(features, labels, 200);
        TrainingHistory history = model.Fit(data, new Adam(0.05), new TrainingOptions { Epochs = 30, BatchSize = 20, Validation = data });
        Assert.InRange(history.Epochs[^1].ValidationLoss!.Value, 0, 0.1);
        Assert.Null(model.Evaluate(data).Accuracy);
        int[][] read = [.. model.Predict(data).Chunk(Steps * Features).Select(Read)];
        Assert.InRange(read.Zip(labels.Chunk(Size), (own, known) => own.SequenceEqual(known.TakeWhile(label => label >= 0)) ? 1 : 0).Sum(), 195, 200);
    }

    [Fact]
    public void An_example_whose_labels_have_no_path_of_its_steps_has_no_loss_and_no_gradient()
    {
        Subject<double> subject = new(new LengthCTCModel64(seed: 4));
        const int size = (8 * 3) + 1;
        Random random = new(5);
        double[] features = [.. Enumerable.Range(0, 2 * size).Select(_ => Examples<double>.Normal(random))];
        (features[size - 1], features[^1]) = (8, 2);
        Examples<double> both = new(features, null, [1, 2, 3, 3, 1, 2], [1, 1]);
        double alone = subject.Loss(both.Slice(0, 1));
        double[] gradient = subject.Gradients.ToArray();
        Assert.Equal(0, subject.Loss(both.Slice(1, 1)));
        Assert.All(subject.Gradients.ToArray(), value => Assert.Equal(0, value));
        Assert.Equal(alone / 2, subject.Loss(both), 1e-12);
        Assert.All(gradient.Zip(subject.Gradients.ToArray()), pair => Assert.Equal(pair.First / 2, pair.Second, 1e-12));
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, None }, "label 2 of example 0 is 2, the blank, which is not a label.")]
    [InlineData(new[] { 0, None, 1, None }, "label 2 of example 0 is 1, but the label before it is -100, which ends the sequence.")]
    [InlineData(new[] { 0, 3, None, None }, "the label of example 0 is 3, but the model has the classes 0 to 2.")]
    public void Labels_that_are_no_sequence_are_named(int[] labels, string message)
    {
        LastBlankCTCModel model = new(seed: 4);
        float[] features = new float[Steps * Features];
        Assert.Contains(message, Assert.Throws<ArgumentException>("labels", () => new Trainer<float>(model, new SGD(0.1)).Step(features, labels)).Message);
        Assert.Contains(message, Assert.Throws<ArgumentException>("data", () => model.Evaluate(Dataset.Create(features, labels, 1))).Message);
    }

    /// <summary>Labels that each hold for one or two steps, with a blank between any two, and features that tell them.</summary>
    private static (float[] Features, int[] Labels) Sequences(int count)
    {
        Random random = new(3);
        float[] features = new float[count * Steps * Features];
        int[] labels = [.. Enumerable.Repeat(None, count * Size)];
        for (int example = 0; example < count; example++)
        {
            int length = random.Next(1, 4);
            for (int step = 0; step < Steps; step++)
            {
                int label = step % 2 == 0 && step / 2 < length ? random.Next(2) : Blank;
                features[(((example * Steps) + step) * Features) + label] = 1;
                if (label != Blank)
                {
                    labels[(example * Size) + (step / 2)] = label;
                }
            }
        }

        return (features, labels);
    }

    /// <summary>The labels of the likeliest classes of each step.</summary>
    private static int[] Read(float[] probabilities)
    {
        int[] path = [.. probabilities.Chunk(Features).Select(row => Array.IndexOf(row, row.Max()))];
        return [.. path.Where((label, step) => label != Blank && (step == 0 || path[step - 1] != label))];
    }
}

using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>What does not count, behind a length or under a label to ignore, changes nothing of what does.</summary>
public sealed class IgnoredSteps
{
    private const int Count = 6;

    public static TheoryData<string> WithLengths => [.. Catalog.SequenceNames.Where(name => name.StartsWith("Length", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(WithLengths))]
    public void Steps_behind_a_length_change_neither_prediction_nor_loss_nor_gradient(string name)
    {
        Subject<double> subject = new(Catalog.Double(name, seed: 3));
        subject.Scatter(seed: 5);
        Examples<double> examples = Examples<double>.Draw(subject.Definition, Count, seed: 7);
        Examples<double> other = Refilled(subject.Definition, examples);
        Assert.NotEqual(examples.Inputs, other.Inputs);

        double[] expected = Counted(subject.Definition, examples, subject.Predict(examples)), actual = Counted(subject.Definition, examples, subject.Predict(other));
        Closeness.AssertClose<double, double>(expected, actual, 1e-15, $"{name}'s prediction");
        double loss = subject.Loss(examples);
        double[] gradient = subject.Gradients.ToArray();
        Closeness.AssertClose<double, double>([loss], [subject.Loss(other)], 1e-15, $"{name}'s loss");
        Closeness.AssertClose<double, double>(gradient, subject.Gradients, 1e-15, $"{name}'s gradient");
    }

    [Theory, MemberData(nameof(WithLengths))]
    public void The_last_step_that_counts_does_count(string name)
    {
        Subject<double> subject = new(Catalog.Double(name, seed: 3));
        subject.Scatter(seed: 5);
        Examples<double> examples = Examples<double>.Draw(subject.Definition, Count, seed: 7);
        Examples<double> other = Refilled(subject.Definition, examples, behind: -1);
        Assert.NotEqual(subject.Loss(examples), subject.Loss(other));
    }

    [Theory]
    [InlineData(nameof(IgnoringModel), 1)]
    [InlineData(nameof(WeightedIgnoringModel), 1)]
    [InlineData(nameof(DataIgnoringModel), Dataset.Ignored)]
    public void Positions_whose_label_is_ignored_change_neither_loss_nor_gradient(string name, int ignored)
    {
        Subject<double> subject = new(name == nameof(DataIgnoringModel) ? new DataIgnoringModel64(seed: 3) : Catalog.Double(name, seed: 3));
        subject.Scatter(seed: 5);
        Examples<double> examples = Examples<double>.Draw(subject.Definition, Count, seed: 7);
        int[] labels = [.. examples.Labels!.Select((label, i) => i % 3 == 0 ? ignored : label)];
        double[] inputs = [.. examples.Inputs.Select((id, i) => labels[i] == ignored ? 6 - id : id)];
        Assert.NotEqual(examples.Inputs, inputs);

        double loss = subject.Loss(examples with { Labels = labels });
        double[] gradient = subject.Gradients.ToArray();
        Closeness.AssertClose<double, double>([loss], [subject.Loss(examples with { Labels = labels, Inputs = inputs })], 1e-15, $"{name}'s loss");
        Closeness.AssertClose<double, double>(gradient, subject.Gradients, 1e-15, $"{name}'s gradient");
        Assert.NotEqual(loss, subject.Loss(examples with { Labels = [.. labels.Select(label => label == ignored ? 0 : label)] }));
    }

    [Fact]
    public void The_loss_is_the_mean_over_the_positions_that_count()
    {
        Subject<double> subject = new(new DataIgnoringModel64(seed: 3));
        subject.Scatter(seed: 5);
        Examples<double> examples = Examples<double>.Draw(subject.Definition, Count, seed: 7);
        int[] labels = [.. examples.Labels!.Select((label, i) => i % 3 == 0 ? Dataset.Ignored : label)];
        double[] predicted = subject.Predict(examples);
        double sum = 0, weight = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
            {
                sum -= examples.Weights[i / 5] * Math.Log(predicted[(i * 3) + labels[i]]);
                weight += examples.Weights[i / 5];
            }
        }

        Assert.Equal(sum / weight, subject.Loss(examples with { Labels = labels }), 1e-12);
    }

    /// <summary>The same examples with other features, ids and targets from so many steps behind the last that counts.</summary>
    private static Examples<double> Refilled(ModelDefinition definition, Examples<double> examples, int behind = 0)
    {
        double[] inputs = [.. examples.Inputs];
        int row = inputs.Length / Count;
        foreach ((TokenFeatures length, int start, int width) in Sequences(definition))
        {
            int vocabulary = definition.Tokens.FirstOrDefault(tokens => tokens.Offset == start && !tokens.IsLength)?.Vocabulary ?? 0;
            for (int example = 0; example < Count; example++)
            {
                int first = start + (((int)inputs[(example * row) + length.Offset] + behind) * width);
                foreach (ref double value in inputs.AsSpan((example * row) + first, length.Offset - first))
                {
                    value = vocabulary > 0 ? vocabulary - 1 - value : 3 - value;
                }
            }
        }

        // The labels of an alignment belong to no steps.
        int[]? labels = examples.Labels is null || definition.BlankLabel is not null ? examples.Labels : [.. examples.Labels.Select((label, i) => CountsAt(definition, examples, i, definition.TargetSize) ? label : (label + 1) % 3)];
        double[]? values = examples.Values is null || definition.OutputShape.Length < 2
            ? examples.Values
            : [.. examples.Values.Select((value, i) => CountsAt(definition, examples, i, definition.TargetSize) ? value : value + 5)];
        return examples with { Inputs = inputs, Labels = labels, Values = values };
    }

    /// <summary>What a model predicts at the steps that count; all, where it predicts of the whole sequence.</summary>
    private static double[] Counted(ModelDefinition definition, Examples<double> examples, double[] predicted) => definition.OutputShape.Length < 2
        ? predicted
        : [.. predicted.Where((_, i) => CountsAt(definition, examples, i, predicted.Length / Count))];

    /// <summary>Whether the number at a place in rows of steps belongs to a step that counts.</summary>
    private static bool CountsAt(ModelDefinition definition, Examples<double> examples, int place, int size)
    {
        TokenFeatures length = definition.Tokens.Single(tokens => tokens.IsLength);
        int example = place / size, row = examples.Inputs.Length / Count;
        return place % size / (size / (length.Vocabulary - 1)) < examples.Inputs[(example * row) + length.Offset];
    }

    /// <summary>The length of each sequence, where its steps begin in an example, and the numbers of a step.</summary>
    private static IEnumerable<(TokenFeatures Length, int Start, int Width)> Sequences(ModelDefinition definition)
    {
        int start = 0;
        foreach (TokenFeatures length in definition.Tokens.Where(tokens => tokens.IsLength))
        {
            yield return (length, start, (length.Offset - start) / (length.Vocabulary - 1));
            start = length.Offset + 1;
        }
    }
}

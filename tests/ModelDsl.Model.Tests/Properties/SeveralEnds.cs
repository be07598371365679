using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>Models with several inputs or outputs: the arrays of each, and the rows that data holds.</summary>
public sealed class SeveralEnds
{
    private static readonly float[] users = [1, 2, 3, 4, 5, 6];
    private static readonly float[] items = [-1, -2, -3, -4, -5, -6, -7, -8];

    [Fact]
    public void Inputs_lie_one_behind_the_other_in_each_row() =>
        Assert.Equal([1, 2, 3, -1, -2, -3, -4, 4, 5, 6, -5, -6, -7, -8], RecommenderModel.JoinInputs(users, items));

    [Fact]
    public void A_prediction_from_an_array_for_each_input_is_the_one_from_rows()
    {
        RecommenderModel model = new(seed: 3);
        float[] outputs = new float[2];

        model.Predict(users, items, outputs);

        Assert.Equal(model.Predict(RecommenderModel.JoinInputs(users, items)), outputs);
    }

    [Fact]
    public void A_prediction_into_an_array_for_each_output_is_the_one_into_rows()
    {
        HeadsModel model = new(seed: 3);
        float[] kinds = new float[6], places = new float[4];

        model.Predict(items, kinds, places);

        float[] rows = model.Predict(items);
        Assert.Equal([.. rows[..3], .. rows[5..8]], kinds);
        Assert.Equal([.. rows[3..5], .. rows[8..]], places);
        Assert.Equal(1, kinds[..3].Sum(), 1e-6f);
    }

    [Fact]
    public void Towers_that_share_weights_see_each_input_alike()
    {
        SiameseModel model = new(seed: 5);
        float[] one = [1, 2, 3], other = [0.5f, -1, 2], outputs = new float[1], swapped = new float[1];

        model.Predict(one, other, outputs);
        model.Predict(other, one, swapped);

        Assert.Equal(outputs, swapped);
        Assert.Equal(["twin.dense1.weight", "twin.dense1.bias", "twin.dense2.weight", "twin.dense2.bias"], model.Definition.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Arrays_of_different_numbers_of_examples_are_refused_by_name()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new RecommenderModel(seed: 1).Predict(users, items.AsSpan(4), new float[2]));

        Assert.Equal("itemTower", fault.ParamName);
        Assert.Contains("4 values, but 2 examples have 8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_classifies_learns_from_class_indices_among_its_targets()
    {
        HeadsModel model = new(seed: 3);
        float[] features = [.. Enumerable.Range(0, 400).Select(i => (float)Math.Sin(i * i))];
        int[] kinds = [.. Enumerable.Range(0, 100).Select(i => features[4 * i] > 0.3 ? 2 : features[(4 * i) + 1] > 0 ? 1 : 0)];
        float[] places = [.. Enumerable.Range(0, 200).Select(i => features[2 * i])];
        Dataset<float> data = Dataset.Create(features, HeadsModel.JoinTargets(kinds, places), 100);
        double before = model.Evaluate(data).Loss;

        model.Fit(data, new Adam(0.02), new TrainingOptions { Epochs = 60, BatchSize = 10, Seed = 1 });

        Assert.True(model.Evaluate(data).Loss < 0.3 * before, $"the loss went from {before} to {model.Evaluate(data).Loss}");
    }

    [Theory]
    [InlineData(3, "target 0 of example 1 is 3, but kindHead has the classes 0 to 2")]
    [InlineData(0.5f, "target 0 of example 1 is 0.5, but kindHead has the classes 0 to 2")]
    public void A_number_that_is_no_class_is_refused(float kind, string message)
    {
        Dataset<float> data = Dataset.Create(items, new[] { 0, 1, 1, kind, 1, 1 }, 2);

        ArgumentException fault = Assert.Throws<ArgumentException>(() => new HeadsModel(seed: 1).Evaluate(data));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parameters_of_a_turn_are_found_by_its_number()
    {
        RepeatModel model = new(seed: 1);
        Subject<float> subject = new(model);

        Assert.Equal(subject.Values("unit3.dense1.bias").Length, (int)model.Unit1To3Dense1Bias(3).FlattenedLength);
        model.Unit1To3Dense1Bias(3)[1] = 7;

        Assert.Equal(7, subject.Values("unit3.dense1.bias")[1]);
        Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(() => model.Unit1To3Dense1Bias(4)[0]).ParamName);
    }
}

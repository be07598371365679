using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>Ids that are none of the vocabulary, and lengths that no example has, are refused by their place before anything changes.</summary>
public sealed class BadTokens
{
    private readonly Subject<float> subject = new(new EmbeddingModel(seed: 1));
    private readonly EmbeddingModel model;

    public BadTokens() => model = (EmbeddingModel)subject.Model;

    [Theory]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(1 << 20)]
    public void An_id_beyond_the_vocabulary_is_refused_by_its_place(int id)
    {
        int[] tokens = [0, 1, 2, 3, 4, 5, 6, 0, id, 1];
        int[] labels = [0, 1];
        string message = $"the id at position 3 of example 1 is {id}, but the vocabulary has the ids 0 to 6.";
        Dataset<float> data = Dataset.CreateTokens<float>(tokens, labels, examples: 2);
        Dataset<float> numbers = Dataset.Create(Array.ConvertAll(tokens, token => (float)token), labels);
        AssertRefused(message, () => model.Predict(tokens));
        AssertRefused(message, () => model.Predict(tokens, new float[6]));
        AssertRefused(message, () => subject.Model.Predict(Array.ConvertAll(tokens, token => (float)token)));
        AssertRefused(message, () => model.Predict(data));
        AssertRefused(message, () => model.Fit(data, new Adam(0.1)));
        AssertRefused(message, () => model.Fit(numbers, new Adam(0.1)));
        AssertRefused(message, () => model.Evaluate(data));
        AssertRefused(message, () => new Trainer<float>(model, new Adam(0.1)).Step(tokens, labels));
    }

    [Theory]
    [InlineData(2.5f, "2.5")]
    [InlineData(-0.5f, "-0.5")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void An_id_that_is_no_whole_number_is_refused(float id, string text) =>
        AssertRefused($"the id at position 1 of example 0 is {text}, but", () => subject.Model.Predict([0, id, 2, 3, 4]));

    [Fact]
    public void Data_names_an_example_by_its_index_in_the_whole()
    {
        int[] tokens = new int[5 * 1000];
        tokens[(5 * 700) + 4] = 9;
        AssertRefused("the id at position 4 of example 700 is 9,", () => model.Fit(Dataset.CreateTokens<float>(tokens, new int[1000], 1000), new Adam(0.1)));
    }

    [Theory]
    [InlineData(0f, "0")]
    [InlineData(6f, "6")]
    [InlineData(-1f, "-1")]
    [InlineData(2.5f, "2.5")]
    public void A_length_that_no_example_has_is_refused(float length, string text)
    {
        Subject<float> recurrent = new(new LengthRNNModel(seed: 1)), towers = new(new LengthTowerModel(seed: 1));
        float[] inputs = new float[32];
        (inputs[15], inputs[31]) = (5, length);
        string message = $"the length of example 1 is {text}, but an example has 1 to 5 steps.";
        AssertRefused(recurrent, message, () => recurrent.Model.Predict(inputs));
        AssertRefused(recurrent, message, () => new Trainer<float>(recurrent.Model, new SGD(0.1)).Step(inputs, new float[4]));
        AssertRefused(recurrent, message, () => recurrent.Model.Fit(Dataset.Create(inputs, new float[4], 2), new SGD(0.1)));
        AssertRefused(recurrent, message, () => recurrent.Model.Evaluate(Dataset.Create(inputs, new float[4], 2)));
        AssertRefused(towers, "the length of example 0 is 5, but an example has 1 to 4 steps.", () => towers.Model.Predict([0, 1, 2, 3, 4, 0, 1, 2, 3, 5]));
        AssertRefused(towers, "the id at position 1 of example 0 is 6,", () => towers.Model.Predict([0, 1, 2, 3, 4, 0, 6, 2, 3, 4]));
    }

    [Fact]
    public void A_label_that_is_ignored_is_refused_by_a_loss_that_ignores_none()
    {
        int[] tokens = [0, 1, 2, 3, 4];
        AssertRefused("the label of example 0 is -100", () => new Trainer<float>(model, new SGD(0.1)).Step(tokens, [Dataset.Ignored]));
        AssertRefused("the label of example 0 is -100", () => model.Fit(Dataset.CreateTokens<float>(tokens, [Dataset.Ignored], 1), new SGD(0.1)));
        new DataIgnoringModel(seed: 1).Fit(Dataset.CreateTokens<float>(tokens, [1, 2, Dataset.Ignored, 0, 1], 1), new SGD(0.1));
    }

    private void AssertRefused(string message, Action action) => AssertRefused(subject, message, action);

    private static void AssertRefused(Subject<float> subject, string message, Action action)
    {
        float[] before = subject.Parameters.ToArray();
        Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
        Assert.Equal(before, subject.Parameters.ToArray());
    }
}

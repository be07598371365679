using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>What does not fit is refused by name before anything changes.</summary>
public sealed class BadInput
{
    private readonly Subject<float> subject = new(new MlpModel(seed: 1));
    private readonly Trainer<float> trainer;

    public BadInput() => trainer = new Trainer<float>(subject.Model, new Adam(0.1));

    [Theory]
    [InlineData(23, 2, 2, "inputs")]
    [InlineData(24, 3, 2, "labels")]
    [InlineData(24, 2, 1, "exampleWeights")]
    public void Lengths_that_do_not_fit_are_refused(int inputs, int labels, int weights, string argument) =>
        AssertRefused(argument, () => trainer.Step(new float[inputs], new int[labels], Ones(weights)));

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_label_that_names_no_class_is_refused(int label) =>
        AssertRefused("labels", () => trainer.Step(new float[24], [0, label]));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-1f)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_negative_or_not_finite_is_refused(float weight) =>
        AssertRefused("exampleWeights", () => trainer.Step(new float[24], [0, 1], [1, weight]));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_feature_that_is_not_finite_is_refused_or_stops_the_training(float feature)
    {
        float[] before = subject.Parameters.ToArray();
        float[] inputs = new float[24];
        inputs[13] = feature;
        Assert.ThrowsAny<Exception>(() => trainer.Step(inputs, [0, 1]));
        Assert.Equal(before, subject.Parameters.ToArray());
    }

    [Fact]
    public void Values_are_refused_where_the_loss_takes_class_indices()
    {
        float[] before = subject.Parameters.ToArray();
        Assert.ThrowsAny<Exception>(() => trainer.Step(new float[24], new float[8]));
        Assert.Equal(before, subject.Parameters.ToArray());
    }

    [Fact]
    public void Predictions_of_other_lengths_are_refused()
    {
        Assert.Contains("12", Assert.Throws<ArgumentException>(() => subject.Model.Predict(new float[13])).Message, StringComparison.Ordinal);
        float[] outputs = new float[7];
        Assert.Throws<ArgumentException>(() => subject.Model.Predict(new float[24], outputs));
        Assert.All(outputs, value => Assert.Equal(0, value));
    }

    [Fact]
    public void No_examples_give_no_predictions() => Assert.Empty(subject.Model.Predict([]));

    [Fact]
    public void A_model_without_a_loss_predicts_and_refuses_to_train()
    {
        Model<float> model = new UntrainableModel(seed: 1);
        Assert.Equal(4, model.Predict(new float[6]).Length);
        Assert.Throws<InvalidOperationException>(() => new Trainer<float>(model, new SGD(0.1)));
    }

    private static float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];

    private void AssertRefused(string argument, Action step)
    {
        float[] before = subject.Parameters.ToArray();
        Assert.Contains(argument, Assert.ThrowsAny<ArgumentException>(step).Message, StringComparison.Ordinal);
        Assert.Equal(before, subject.Parameters.ToArray());
    }
}

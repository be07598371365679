namespace ModelDsl.Tests.Training;

public class EvaluationTests
{
    [Fact]
    public void The_loss_is_the_weighted_mean_over_all_chunks()
    {
        const int count = 2100;
        LinearModel<double> model = new(3, 1, TargetKind.Values);
        double[] features = Numbers.Draw<double>(count * 3, seed: 1);
        double[] targets = Numbers.Draw<double>(count, seed: 2);
        double[] weights = [.. Numbers.Draw<double>(count, seed: 3).Select(Math.Abs)];
        Array.Clear(weights, 1024, 1024);
        double[] predictions = model.Predict(features);
        double expected = Enumerable.Range(0, count).Sum(i => weights[i] * Math.Pow(predictions[i] - targets[i], 2) / 2) / weights.Sum();

        Evaluation evaluation = model.Evaluate(Dataset.Create(features, targets, weights));
        Assert.Equal(expected, evaluation.Loss, 1e-12);
        Assert.Null(evaluation.Accuracy);
        Assert.Equal(count, evaluation.Count);
    }

    [Fact]
    public void Accuracy_counts_the_classes_that_are_most_likely()
    {
        LinearModel<float> model = Identity(new(3, 3, TargetKind.ClassIndex), 3);
        float[] features = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0.2f, 0.7f, 0.1f];
        Assert.Equal(0.75, model.Evaluate(Dataset.Create(features, new[] { 0, 1, 0, 1 })).Accuracy);
    }

    [Fact]
    public void Accuracy_of_a_binary_decision_counts_the_sides_of_one_half()
    {
        LinearModel<float> model = Identity(new(1, 1, TargetKind.Values, isBinary: true), 1);
        Assert.Equal(0.8, model.Evaluate(Dataset.Create([0.9f, 0.4f, 0.1f, 0.5f, 0.6f], [1f, 0, 0, 1, 0])).Accuracy);
    }

    [Fact]
    public void Labels_outside_the_classes_are_refused()
    {
        LinearModel<float> model = new(3, 3, TargetKind.ClassIndex);
        ArgumentException fault = Assert.Throws<ArgumentException>("data", () => model.Evaluate(Dataset.Create(new float[9], new[] { 0, 2, 3 })));
        Assert.StartsWith("data: the label of example 2 is 3, but the model has the classes 0 to 2.", fault.Message);
    }

    private static LinearModel<float> Identity(LinearModel<float> model, int size)
    {
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                model.Weight[row, column] = row == column ? 1 : 0;
            }
        }

        return model;
    }
}

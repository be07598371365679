namespace ModelDsl.Tests.Metrics;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Counts_stand_at_label_and_prediction()
    {
        ConfusionMatrix matrix = ConfusionMatrix.FromPredictions([1, 1, 0, 2], [0, 1, 0, 0], 3);
        Assert.Equal(1, matrix[0, 0]);
        Assert.Equal(1, matrix[0, 1]);
        Assert.Equal(1, matrix[0, 2]);
        Assert.Equal(1, matrix[1, 1]);
        Assert.Equal(0, matrix[2, 2]);
        Assert.Equal((4, 3, 2, 0.5), (matrix.Total, matrix.Support(0), matrix.PredictedCount(1), matrix.Accuracy));
    }

    [Fact]
    public void Figures_of_one_class_follow_from_its_row_and_column()
    {
        ConfusionMatrix matrix = ConfusionMatrix.FromPredictions([1, 1, 1, 0, 0], [1, 1, 0, 1, 0], 2);
        Assert.Equal(2.0 / 3, matrix.Precision(1), 1e-15);
        Assert.Equal(2.0 / 3, matrix.Recall(1), 1e-15);
        Assert.Equal(2.0 / 3, matrix.F1(1), 1e-15);
        Assert.Equal(0.5, matrix.Precision(0), 1e-15);
    }

    [Fact]
    public void Figures_that_would_divide_by_zero_are_zero()
    {
        ConfusionMatrix matrix = new(3);
        Assert.Equal((0, 0, 0), (matrix.Accuracy, matrix.Precision(1), matrix.F1(Averaging.Macro)));
        matrix.Add(label: 0, predicted: 1);
        Assert.Equal((0, 0, 0), (matrix.Precision(0), matrix.Recall(1), matrix.F1(2)));
    }

    [Fact]
    public void Scores_of_a_binary_model_make_two_classes()
    {
        ConfusionMatrix matrix = ConfusionMatrix.FromScores<float>([0.9f, 0.2f, 0.7f], [1, 0, 0]);
        Assert.Equal(2, matrix.ClassCount);
        Assert.Equal((1, 1, 1, 0), (matrix[0, 0], matrix[0, 1], matrix[1, 1], matrix[1, 0]));
    }

    [Fact]
    public void The_table_is_aligned()
    {
        ConfusionMatrix matrix = new(2);
        for (int i = 0; i < 120; i++)
        {
            matrix.Add(0, 0);
        }

        matrix.Add(1, 0);
        matrix.Add(0, 1);
        Assert.Equal(
            """
            label \ predicted    0  1
            0                  120  1
            1                    1  0
            """.ReplaceLineEndings("\n"), matrix.ToString());
        Assert.Equal(
            """
            label \ predicted  cat  dog
            cat                120    1
            dog                  1    0
            """.ReplaceLineEndings("\n"), matrix.ToString(["cat", "dog"]));
    }

    [Fact]
    public void Classes_that_do_not_exist_are_refused()
    {
        ConfusionMatrix matrix = new(2);
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix.Add(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => matrix[-1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => matrix.Support(2));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => matrix.PredictedCount(-1));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => matrix.F1(2));
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => new ConfusionMatrix(1));
        Assert.Throws<ArgumentException>("classNames", () => matrix.ToString(["one"]));
        Assert.Equal(0, matrix.Total);
    }
}

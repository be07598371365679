using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class RowsTests
{
    private const double Inf = double.PositiveInfinity;

    public static TheoryData<int, int> Sizes => new()
    {
        { 1, 1 }, { 3, 7 }, { 400, 10 }, { 5, 31 }, { 2, 33 }, { 70, 65 }, { 7, 1000 }, { 2, 5000 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Softmax_and_log_sum_exp_equal_the_textbook(int rows, int columns)
    {
        AssertTextbook<float>(rows, columns, 1e-6);
        AssertTextbook<double>(rows, columns, 4e-15);
    }

    [Fact]
    public void Large_scores_do_not_overflow()
    {
        double third = 1 / (1 + Math.E + (1 / Math.E));
        AssertRow([1000, 1001, 999], [third, third * Math.E, third / Math.E], 1000 - Math.Log(third));
        AssertRow([-1e30, -1e30], [0.5, 0.5], -1e30);
        AssertRow([3e38, 0], [1, 0], 3e38);
    }

    [Fact]
    public void A_score_of_minus_infinity_has_no_probability() => AssertRow([-Inf, 2, -Inf, 2], [0, 0.5, 0, 0.5], 2 + Math.Log(2));

    [Fact]
    public void Rows_without_a_finite_maximum_have_no_softmax_but_a_log_sum_exp()
    {
        AssertRow([-Inf, -Inf], [double.NaN, double.NaN], -Inf);
        AssertRow([Inf, 0], [double.NaN, double.NaN], Inf);
        AssertRow([double.NaN, 0], [double.NaN, double.NaN], double.NaN);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(100)]
    public void A_row_with_a_score_that_is_no_number_is_none_wherever_it_stands(int columns)
    {
        foreach (double other in new[] { 0, Inf, -Inf, 80 })
        {
            for (int place = 0; place < columns; place++)
            {
                double[] scores = [.. Enumerable.Range(0, columns).Select(column => column == place ? double.NaN : other + column)];
                AssertRow(scores, [.. scores.Select(_ => double.NaN)], double.NaN);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(65)]
    public void A_row_is_the_same_among_others_as_alone(int columns)
    {
        AssertSameAlone<float>(columns);
        AssertSameAlone<double>(columns);
    }

    private static void AssertSameAlone<T>(int columns)
        where T : unmanaged
    {
        const int rows = 150;
        double[] specials = [Inf, -Inf, double.NaN, 1e30, -1e30, -95, -120, -1000];
        double[] scores = [.. Enumerable.Range(0, rows * columns).Select(i => i / columns % 3 == 0 ? Math.Sin(i) : i % 7 == 0 ? Math.Cos(i) : specials[i / columns % specials.Length])];
        using PinnedBuffer<T> source = new(scores.Select(VectorFunctions.From<T>).ToArray()), softmax = new(scores.Length), logarithms = new(rows);
        Rows.SoftmaxAndLogSumExp(source.Address, softmax.Address, logarithms.Address, rows, columns);
        for (int row = 0; row < rows; row++)
        {
            using PinnedBuffer<T> alone = new(source.Span.Slice(row * columns, columns).ToArray()), logarithm = new(1);
            Rows.SoftmaxAndLogSumExp(alone.Address, alone.Address, logarithm.Address, 1, columns);
            Assert.Equal(alone.Span.ToArray(), softmax.Span.Slice(row * columns, columns).ToArray());
            Assert.Equal(logarithm.Span[0], logarithms.Span[row]);
        }
    }

    private static void AssertTextbook<T>(int rows, int columns, double tolerance)
        where T : unmanaged
    {
        Random random = new(rows * columns);
        double[] scores = [.. Enumerable.Range(0, rows * columns).Select(_ => VectorFunctions.To(VectorFunctions.From<T>((random.NextDouble() * 20) - 10)))];
        using PinnedBuffer<T> source = new(scores.Select(VectorFunctions.From<T>).ToArray());
        using PinnedBuffer<T> probabilities = new(rows * columns);
        using PinnedBuffer<T> logarithms = new(rows);
        Rows.Softmax(source.Address, probabilities.Address, rows, columns);
        Rows.LogSumExp(source.Address, logarithms.Address, rows, columns);
        using PinnedBuffer<T> both = new(rows * columns), logarithmsOfBoth = new(rows);
        Rows.SoftmaxAndLogSumExp(source.Address, both.Address, logarithmsOfBoth.Address, rows, columns);
        Rows.Softmax(source.Address, source.Address, rows, columns);
        Assert.Equal(probabilities.Span.ToArray(), source.Span.ToArray());
        Assert.Equal(probabilities.Span.ToArray(), both.Span.ToArray());
        Assert.Equal(logarithms.Span.ToArray(), logarithmsOfBoth.Span.ToArray());
        for (int row = 0; row < rows; row++)
        {
            double sum = scores.Skip(row * columns).Take(columns).Sum(Math.Exp);
            Assert.Equal(Math.Log(sum), VectorFunctions.To(logarithms.Span[row]), tolerance * 10);
            for (int i = row * columns; i < (row + 1) * columns; i++)
            {
                Assert.Equal(Math.Exp(scores[i]) / sum, VectorFunctions.To(probabilities.Span[i]), tolerance);
            }
        }
    }

    private static void AssertRow(double[] scores, double[] probabilities, double logSumExp)
    {
        AssertRow<float>(scores, probabilities, logSumExp);
        AssertRow<double>(scores, probabilities, logSumExp);
    }

    private static void AssertRow<T>(double[] scores, double[] probabilities, double logSumExp)
        where T : unmanaged
    {
        using PinnedBuffer<T> source = new(scores.Select(VectorFunctions.From<T>).ToArray());
        using PinnedBuffer<T> logarithm = new(1), logarithmOfBoth = new(1);
        Rows.LogSumExp(source.Address, logarithm.Address, 1, scores.Length);
        Rows.SoftmaxAndLogSumExp(source.Address, source.Address, logarithmOfBoth.Address, 1, scores.Length);
        AssertNear(logSumExp, logarithm.Span[0]);
        Assert.Equal(logarithm.Span[0], logarithmOfBoth.Span[0]);
        for (int i = 0; i < scores.Length; i++)
        {
            AssertNear(probabilities[i], source.Span[i]);
        }
    }

    private static void AssertNear<T>(double expected, T actual)
        where T : unmanaged
    {
        double value = VectorFunctions.To(actual);
        Assert.True(expected.Equals(value) || Math.Abs(value - expected) <= 1e-6 * Math.Abs(expected), $"{value} is not {expected}.");
    }
}

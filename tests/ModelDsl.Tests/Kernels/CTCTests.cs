using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class CTCTests
{
    [Theory]
    [InlineData(1, 2, 1, 0, false)]
    [InlineData(5, 2, 3, 1, false)]
    [InlineData(6, 3, 3, 0, false)]
    [InlineData(6, 3, 3, 2, true)]
    [InlineData(5, 4, 5, 1, true)]
    public void Losses_and_gradients_are_those_of_all_paths_added_up(int steps, int classes, int size, int blank, bool hasLengths)
    {
        CTCCase<double> batch = new(24, steps, classes, size, blank, hasLengths, seed: 3);
        (double[] losses, double[] gradients) = batch.Run();
        int possible = 0;
        for (int example = 0; example < batch.Batch; example++)
        {
            (double[][] logarithms, int[] labels) = batch.Example(example);
            (double loss, double[][] gradient) = AllPaths(logarithms, labels, blank);
            double[] actual = gradients[(example * steps * classes)..((example + 1) * steps * classes)];
            Assert.Equal(loss, losses[example], 1e-12);
            Assert.All(gradient.SelectMany(row => row).Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            Assert.All(actual[(logarithms.Length * classes)..], value => Assert.Equal(0, value));
            possible += loss > 0 ? 1 : 0;
        }

        Assert.InRange(possible, 8, batch.Batch);
        Assert.Equal(losses, batch.Run(hasGradient: false).Losses);
    }

    [Theory]
    [InlineData(4, 3, new[] { 1, 1, 1 })]
    [InlineData(2, 3, new[] { 1, 2, 1 })]
    public void Labels_without_a_path_have_no_loss_and_no_gradient(int steps, int classes, int[] labels)
    {
        double[] row = [.. Enumerable.Repeat(-Math.Log(classes), steps * classes)];
        (double loss, double[] gradient) = Single(row, labels, steps, classes);
        Assert.Equal(0, loss);
        Assert.All(gradient, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_probability_of_0_is_no_path_and_what_is_no_number_stays_so()
    {
        const double none = double.NegativeInfinity;
        Assert.Equal(0, Single([0, none, 0, none], [1], 2, 2).Loss);
        Assert.All(Single([0, none, 0, none], [1], 2, 2).Gradient, value => Assert.Equal(0, value));
        Assert.Equal(double.NaN, Single([double.NaN, double.NaN, -1, -1], [1], 2, 2).Loss);
        Assert.Equal(double.NaN, Single([-1, -1, double.NaN, double.NaN], [1], 2, 2).Loss);
    }

    [Fact]
    public void Long_sequences_lose_no_digits_in_single_precision()
    {
        CTCCase<float> single = new(4, 1500, 40, 200, 0, hasLengths: false, seed: 5);
        CTCCase<double> twin = new(4, 1500, 40, 200, 0, hasLengths: false, seed: 5);
        single.Labels.AsSpan().Fill(3);
        twin.Labels.AsSpan().Fill(3);
        (float[] losses, float[] gradients) = single.Run();
        (double[] expected, double[] slopes) = twin.Run();
        Assert.All(expected.Zip(losses), pair => Assert.InRange(pair.Second, pair.First * (1 - 2e-6), pair.First * (1 + 2e-6)));
        double largest = slopes.Max(Math.Abs);
        Assert.All(slopes.Zip(gradients), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 2e-3 * largest));
    }

    [Fact]
    public void Nothing_is_allocated_once_a_size_has_run()
    {
        using PinnedBuffer<float> logarithms = new(20 * 12 * 5), gradients = new(20 * 12 * 5), losses = new(20);
        using PinnedBuffer<int> labels = new(20 * 3);
        labels.Span.Fill(2);
        Assert.Equal(0, Allocated.OnThisThread(3, () => CTC.Loss(logarithms.Address, labels.Address, default, losses.Address, gradients.Address, 20, new CTCShape(12, 5, 3, 0))));
    }

    private static (double Loss, double[] Gradient) Single(double[] row, int[] labels, int steps, int classes)
    {
        using PinnedBuffer<double> logarithms = new(row), losses = new(1), gradients = new(row.Length);
        using PinnedBuffer<int> given = new(labels);
        CTC.Loss(logarithms.Address, given.Address, default, losses.Address, gradients.Address, 1, new CTCShape(steps, classes, labels.Length, 0));
        return (losses.Span[0], gradients.Span.ToArray());
    }

    /// <summary>The definition: the probabilities of all paths that give the labels when what repeats is joined and blanks are dropped.</summary>
    private static (double Loss, double[][] Gradient) AllPaths(double[][] logarithms, int[] labels, int blank)
    {
        int classes = logarithms[0].Length, count = (int)Math.Pow(classes, logarithms.Length);
        double[][] gradient = [.. logarithms.Select(row => new double[row.Length])];
        double sum = 0;
        for (int number = 0; number < count; number++)
        {
            int[] path = [.. logarithms.Select((_, step) => number / (int)Math.Pow(classes, step) % classes)];
            if (path.Where((label, step) => label != blank && (step == 0 || path[step - 1] != label)).SequenceEqual(labels))
            {
                double probability = Math.Exp(path.Select((label, step) => logarithms[step][label]).Sum());
                sum += probability;
                for (int step = 0; step < path.Length; step++)
                {
                    gradient[step][path[step]] -= probability;
                }
            }
        }

        int divisor = Math.Max(1, labels.Length);
        return sum == 0 ? (0, gradient) : (-Math.Log(sum) / divisor, [.. gradient.Select(row => Array.ConvertAll(row, value => value / sum / divisor))]);
    }
}

using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Gradients;

/// <summary>The derivative that the compiler made against the slope of the loss that it made: (L(w + h·d) − L(w − h·d)) / 2h.</summary>
public sealed class CentralDifferences
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-7;

    /// <summary>All models but one with a row that is not trained, which is compared with PyTorch's.</summary>
    public static TheoryData<string> Names => [.. Catalog.Names.Except([nameof(PaddedEmbeddingModel)])];

    [Theory, MemberData(nameof(Names))]
    public void The_gradient_is_the_slope_along_random_directions(string name)
    {
        (Subject<double> subject, Examples<double> examples, double[] gradient) = Prepare(name, count: 7);
        Random random = new(11);
        double length = Math.Sqrt(gradient.Sum(value => value * value));
        for (int trial = 0; trial < 8; trial++)
        {
            double[] direction = [.. gradient.Select(_ => Examples<double>.Normal(random))];
            double claimed = gradient.Zip(direction, (g, d) => g * d).Sum();
            double slope = Slope(subject, examples, direction);

            // A direction that is by chance almost orthogonal to the gradient is measured against the length that a random one has.
            Assert.True(Math.Abs(claimed - slope) <= Tolerance * Math.Max(Math.Abs(claimed), length), $"{name}: the gradient says {claimed:R}, the loss {slope:R}.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void The_gradient_is_the_slope_along_every_parameter(string name)
    {
        (Subject<double> subject, Examples<double> examples, double[] gradient) = Prepare(name, count: 3);
        double largest = gradient.Max(Math.Abs);
        double[] direction = new double[gradient.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            direction[i] = 1;
            double slope = Slope(subject, examples, direction);
            direction[i] = 0;
            Assert.True(Math.Abs(gradient[i] - slope) <= Tolerance * largest, $"{name}, parameter {i}: the gradient says {gradient[i]:R}, the loss {slope:R}.");
        }
    }

    private static (Subject<double> Subject, Examples<double> Examples, double[] Gradient) Prepare(string name, int count)
    {
        Subject<double> subject = new(Catalog.Double(name, seed: 3));
        subject.Scatter(seed: 5);
        Examples<double> examples = Examples<double>.Draw(subject.Definition, count, seed: 7);
        subject.Loss(examples);
        double[] gradient = subject.Gradients.ToArray();
        Assert.True(gradient.Max(Math.Abs) > 1e-3, $"{name}: a gradient of nothing would prove nothing.");
        return (subject, examples, gradient);
    }

    private static double Slope(Subject<double> subject, Examples<double> examples, double[] direction)
    {
        double[] start = subject.Parameters.ToArray();
        double LossAt(double distance)
        {
            for (int i = 0; i < start.Length; i++)
            {
                subject.Parameters[i] = start[i] + (distance * direction[i]);
            }

            return subject.Loss(examples);
        }

        double slope = (LossAt(Step) - LossAt(-Step)) / (2 * Step);
        start.CopyTo(subject.Parameters);
        return slope;
    }
}

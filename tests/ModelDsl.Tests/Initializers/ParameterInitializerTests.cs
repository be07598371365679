using ModelDsl.Kernels;

namespace ModelDsl.Tests.Initializers;

public sealed class ParameterInitializerTests
{
    private const int FanIn = 200;
    private const int FanOut = 100;

    [Theory]
    [InlineData(Initializer.GlorotUniform, 6.0 / (FanIn + FanOut))]
    [InlineData(Initializer.HeUniform, 6.0 / FanIn)]
    public void Uniform_laws_fill_their_interval_evenly(Initializer initializer, double squaredLimit)
    {
        double[] values = Fill<double>(Matrix(initializer), 0, 1);
        double limit = Math.Sqrt(squaredLimit);
        Assert.All(values, value => Assert.InRange(value, -limit, limit));
        Assert.InRange(values.Max(), 0.999 * limit, limit);
        Assert.InRange(values.Min(), -limit, -0.999 * limit);
        Assert.Equal(0, values.Average() / limit, 0.02);
        Assert.Equal(squaredLimit / 3, Variance(values), 0.02 * squaredLimit);
    }

    [Theory]
    [InlineData(Initializer.GlorotNormal, 2.0 / (FanIn + FanOut))]
    [InlineData(Initializer.HeNormal, 2.0 / FanIn)]
    public void Normal_laws_have_their_variance_and_the_tails_of_a_bell(Initializer initializer, double variance)
    {
        double[] values = Fill<double>(Matrix(initializer), 0, 1);
        double deviation = Math.Sqrt(variance);
        Assert.Equal(0, values.Average() / deviation, 0.03);
        Assert.Equal(1, Variance(values) / variance, 0.04);
        Assert.Equal(0.6827, Share(values, deviation), 0.01);
        Assert.Equal(0.9545, Share(values, 2 * deviation), 0.006);
        Assert.Equal(0.9973, Share(values, 3 * deviation), 0.002);
    }

    [Fact]
    public void Constants_and_zeros_are_what_they_say()
    {
        Assert.All(Fill<float>(Matrix(Initializer.Zeros), 0, 1), value => Assert.Equal(0, value));
        Assert.All(Fill<float>(Matrix(Initializer.Constant) with { InitialValue = 0.3 }, 0, 1), value => Assert.Equal(0.3f, value));
    }

    [Fact]
    public void A_value_depends_on_its_place_in_the_interchange_layout_and_not_on_memory()
    {
        ParameterSegment rows = new("w", [3, 5], 0, [5, 1], Initializer.HeNormal, 0, 5, 3, true);
        ParameterSegment columns = rows with { Strides = [1, 3] };
        float[] byRows = Fill<float>(rows, 2, 9);
        float[] byColumns = Fill<float>(columns, 2, 9);
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 5; column++)
            {
                Assert.Equal(byRows[(row * 5) + column], byColumns[row + (column * 3)]);
            }
        }

        Assert.NotEqual(byRows, byColumns);
    }

    [Theory]
    [InlineData(new[] { 40, 700 }, new[] { 1, 40 })]
    [InlineData(new[] { 6, 5, 3, 2 }, new[] { 1, 6, 60, 30 })]
    [InlineData(new[] { 1, 300, 1 }, new[] { 1, 1, 300 })]
    [InlineData(new int[0], new int[0])]
    public void Each_value_is_the_draw_of_its_number_wherever_it_lies(int[] shape, int[] strides)
    {
        ParameterSegment uniform = new("w", shape, 0, strides, Initializer.HeUniform, 0, 6, 1, true);
        ParameterSegment normal = uniform with { Initializer = Initializer.Normal, InitialValue = 1 };
        double[] evenly = Fill<double>(uniform, 3, -5), bell = Fill<double>(normal, 3, -5);
        RandomKey key = RandomKey.FromSeed(-5).Derive(3);
        InterchangeWalk walk = new(uniform);
        for (int i = 0; i < uniform.Length; i++)
        {
            (uint low, uint high) = Threefry.Block(key, (uint)i, 0);
            Assert.Equal(((((((ulong)high << 32) | low) >> 12) + 0.5) * Math.ScaleB(1, -51)) - 1, evenly[walk.Place]);
            double radius = Math.Sqrt(-2 * Math.Log((low + 0.5) * Math.ScaleB(1, -32)));
            Assert.Equal(radius * Math.Cos(2 * Math.PI * (high * Math.ScaleB(1, -32))), bell[walk.Place]);
            walk.Advance();
        }
    }

    [Fact]
    public void Single_precision_rounds_the_values_of_double_precision()
    {
        double[] wide = Fill<double>(Matrix(Initializer.GlorotNormal), 1, 7);
        Assert.Equal(wide.Select(value => (float)value), Fill<float>(Matrix(Initializer.GlorotNormal), 1, 7));
    }

    [Fact]
    public void Seeds_and_parameters_have_draws_of_their_own()
    {
        float[] values = Fill<float>(Matrix(Initializer.GlorotUniform), 0, 1);
        Assert.Equal(values, Fill<float>(Matrix(Initializer.GlorotUniform), 0, 1));
        Assert.Empty(values[..100].Intersect(Fill<float>(Matrix(Initializer.GlorotUniform), 0, 2)[..100]));
        Assert.Empty(values[..100].Intersect(Fill<float>(Matrix(Initializer.GlorotUniform), 1, 1)[..100]));
        Assert.Empty(values[..100].Intersect(Fill<float>(Matrix(Initializer.GlorotUniform), 0, 1L << 32)[..100]));
    }

    [Fact]
    public void Memory_of_another_length_is_refused_with_both_lengths()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(
            "memory", () => ParameterInitializer.Fill(new float[7].AsSpan(), Matrix(Initializer.Zeros), 0, 1));
        Assert.Contains("20000", fault.Message);
        Assert.Contains("7", fault.Message);
    }

    private static ParameterSegment Matrix(Initializer initializer) =>
        new("w", [FanOut, FanIn], 0, [1, FanOut], initializer, 0, FanIn, FanOut, true);

    private static T[] Fill<T>(ParameterSegment segment, int index, long seed)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] memory = new T[segment.Length];
        ParameterInitializer.Fill(memory.AsSpan(), segment, index, seed);
        return memory;
    }

    private static double Variance(double[] values) => values.Average(value => value * value) - Math.Pow(values.Average(), 2);

    private static double Share(double[] values, double limit) => values.Count(value => Math.Abs(value) < limit) / (double)values.Length;
}

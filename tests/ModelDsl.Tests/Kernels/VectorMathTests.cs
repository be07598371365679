namespace ModelDsl.Tests.Kernels;

public class VectorMathTests
{
    [Fact]
    public void The_exponential_is_accurate_from_underflow_to_overflow()
    {
        VectorFunctions.AssertWithin<Exp, float>(1, VectorFunctions.Points(-106, 92));
        VectorFunctions.AssertWithin<Exp, double>(2, VectorFunctions.Points(-751, 713));
    }

    [Fact]
    public void The_logarithm_is_accurate_near_one_and_for_subnormal_numbers()
    {
        double[] around = [.. VectorFunctions.Points(1e-3, 3), .. VectorFunctions.Points(3, 1e30)];
        VectorFunctions.AssertWithin<Log, float>(2, [.. around, float.Epsilon, 3e-42, float.MaxValue]);
        VectorFunctions.AssertWithin<Log, double>(2, [.. around, double.Epsilon, 3e-320, double.MaxValue]);
    }

    [Fact]
    public void The_logarithm_of_one_plus_x_is_accurate_near_zero()
    {
        double[] points = [.. VectorFunctions.Points(-0.999, 3), .. VectorFunctions.Points(3, 1e30), 1e-300, 1e-42, float.MaxValue, 16777218, 33554432];
        VectorFunctions.AssertWithin<Log1P, float>(2, points);
        VectorFunctions.AssertWithin<Log1P, double>(4, points);
    }

    [Fact]
    public void The_hyperbolic_tangent_is_accurate()
    {
        VectorFunctions.AssertWithin<Tanh, float>(2, VectorFunctions.Points(-12, 12));
        VectorFunctions.AssertWithin<Tanh, double>(4, VectorFunctions.Points(-22, 22));
    }

    [Fact]
    public void The_logistic_function_is_accurate_in_its_lower_tail()
    {
        VectorFunctions.AssertWithin<Sigmoid, float>(2, VectorFunctions.Points(-106, 100));
        VectorFunctions.AssertWithin<Sigmoid, double>(4, VectorFunctions.Points(-740, 100));
    }

    [Fact]
    public void Softplus_is_accurate_in_its_lower_tail()
    {
        VectorFunctions.AssertWithin<Softplus, float>(2, VectorFunctions.Points(-106, 120));
        VectorFunctions.AssertWithin<Softplus, double>(4, VectorFunctions.Points(-740, 800));
    }

    [Fact]
    public void The_normal_distribution_in_single_precision_is_that_in_double() =>
        VectorFunctions.AssertWithin<NormalCdf, float>(5, VectorFunctions.Points(-15, 9));

    /// <remarks>The numbers are rounded from 60 digits.</remarks>
    [Theory]
    [InlineData(-38.25, 2.0795E-320)]
    [InlineData(-37.5, 4.605353009581955E-308)]
    [InlineData(-20, 2.7536241186062337E-89)]
    [InlineData(-14, 7.7935368191928E-45)]
    [InlineData(-10.125, 2.139893673719629E-24)]
    [InlineData(-8.3125, 4.685332584133038E-17)]
    [InlineData(-5, 2.866515718791939E-07)]
    [InlineData(-3, 0.0013498980316300946)]
    [InlineData(-1.5, 0.06680720126885807)]
    [InlineData(-0.75, 0.2266273523768682)]
    [InlineData(-0.0625, 0.47508233097075275)]
    [InlineData(0, 0.5)]
    [InlineData(0.0625, 0.5249176690292472)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(2, 0.9772498680518208)]
    [InlineData(3.5, 0.9997673709209645)]
    [InlineData(6, 0.9999999990134123)]
    [InlineData(9, 1.0)]
    public void The_normal_distribution_is_relatively_accurate_in_both_tails(double x, double expected)
    {
        foreach ((string width, double[] results) in VectorFunctions.EvaluateAll<NormalCdf, double>([x]))
        {
            Assert.True(Math.Abs(results[0] - expected) <= 1e-15 * expected + double.Epsilon, $"{width}: {results[0]:R} for {expected:R}");
        }
    }

    [Fact]
    public void Special_values_give_what_mathematics_says()
    {
        const double inf = double.PositiveInfinity, nan = double.NaN;
        AssertValues<Exp>((-inf, 0), (inf, inf), (1e30, inf), (-1e30, 0), (0, 1), (nan, nan));
        AssertValues<Log>((0, -inf), (-0.0, -inf), (1, 0), (inf, inf), (-1, nan), (-inf, nan), (nan, nan));
        AssertValues<Log1P>((-1, -inf), (0, 0), (inf, inf), (-1.5, nan), (-inf, nan), (nan, nan));
        AssertValues<Tanh>((-inf, -1), (inf, 1), (0, 0), (1e30, 1), (nan, nan));
        AssertValues<Sigmoid>((-inf, 0), (inf, 1), (0, 0.5), (nan, nan));
        AssertValues<Softplus>((-inf, 0), (inf, inf), (1e30, 1e30), (nan, nan));
        AssertValues<NormalCdf>((-inf, 0), (inf, 1), (0, 0.5), (-1e30, 0), (nan, nan));
    }

    [Fact]
    public void The_hyperbolic_tangent_keeps_the_sign_of_zero()
    {
        foreach ((_, double[] results) in VectorFunctions.EvaluateAll<Tanh, float>([-0.0]))
        {
            Assert.True(double.IsNegative(results[0]));
        }
    }

    private static void AssertValues<TFunction>(params (double X, double Expected)[] cases)
        where TFunction : IVectorFunction
    {
        AssertValues<TFunction, float>(cases);
        AssertValues<TFunction, double>(cases);
    }

    private static void AssertValues<TFunction, T>((double X, double Expected)[] cases)
        where TFunction : IVectorFunction
        where T : unmanaged
    {
        double[] points = cases.Select(c => c.X).ToArray();
        foreach ((string width, double[] results) in VectorFunctions.EvaluateAll<TFunction, T>(points))
        {
            for (int i = 0; i < cases.Length; i++)
            {
                double expected = VectorFunctions.To(VectorFunctions.From<T>(cases[i].Expected));
                bool near = results[i].Equals(expected) || results[i] == expected || Math.Abs(results[i] - expected) <= 1e-7 * Math.Abs(expected);
                Assert.True(near, $"{typeof(TFunction).Name}<{typeof(T).Name}, {width}>({cases[i].X}) = {results[i]}, not {expected}");
            }
        }
    }
}

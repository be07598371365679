using System.Globalization;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class VectorMathTests
{
    private const double Inf = double.PositiveInfinity;

    /// <summary>Half a million floating-point numbers evenly over all bit patterns (an odd step, so that the last bits differ too), and all near numbers at which something changes.</summary>
    private static readonly float[] Sample = [.. EveryPattern(8209), .. SpecialPoints.SelectMany(Neighbours)];

    [Fact]
    public void The_exponential_is_accurate_from_underflow_to_overflow() => AssertWithin<Exp>(1, 1, -746, 710);

    [Fact]
    public void The_logarithm_is_accurate_near_one_and_for_subnormal_numbers() => AssertWithin<Log>(1, 1, 0.0001, 4, double.MaxValue);

    [Fact]
    public void The_logarithm_of_one_plus_x_is_accurate_near_zero() => AssertWithin<Log1P>(1.5, 1, -1, 4, double.MaxValue);

    [Fact]
    public void The_hyperbolic_tangent_is_accurate() => AssertWithin<Tanh>(2, 2, -22, 22);

    [Fact]
    public void The_logistic_function_is_accurate_in_its_lower_tail() => AssertWithin<Sigmoid>(2, 2, -746, 40);

    [Fact]
    public void Softplus_is_accurate_in_its_lower_tail() => AssertWithin<Softplus>(2, 2, -746, 40);

    [Fact]
    public void The_normal_distribution_is_relatively_accurate_in_both_tails() => AssertWithin<NormalCdf>(2, 2, -38.5, 9);

    [Fact]
    public void The_normal_density_is_relatively_accurate_in_both_tails() => AssertWithin<NormalPdf>(2, 2, -38.5, 38.5);

    /// <remarks>The numbers are rounded from 60 digits.</remarks>
    [Theory]
    [InlineData(-38.25, 2.0795E-320)]
    [InlineData(-20, 2.7536241186062337E-89)]
    [InlineData(-8.3125, 4.685332584133038E-17)]
    [InlineData(-3, 0.0013498980316300946)]
    [InlineData(-0.75, 0.2266273523768682)]
    [InlineData(0, 0.5)]
    [InlineData(0.0625, 0.5249176690292472)]
    [InlineData(3.5, 0.9997673709209645)]
    [InlineData(9, 1.0)]
    public void The_normal_distribution_that_others_are_compared_with_is_that_of_the_tables(double x, double expected) =>
        Assert.InRange(Precise.NormalCdf(Precise.From(x)).UnitsTo(expected, 53, -1074), 0, 0.5);

    [Fact]
    public void Special_values_give_what_mathematics_says()
    {
        const double nan = double.NaN;
        AssertValues<Exp>((-Inf, 0), (Inf, Inf), (1e30, Inf), (-1e30, 0), (-800, 0), (-5000, 0), (0, 1), (-0.0, 1), (nan, nan));
        AssertValues<Log>((0, -Inf), (-0.0, -Inf), (1, 0), (Inf, Inf), (-1, nan), (-Inf, nan), (nan, nan));
        AssertValues<Log1P>((-1, -Inf), (0, 0), (-0.0, -0.0), (Inf, Inf), (-1.5, nan), (-Inf, nan), (nan, nan));
        AssertValues<Tanh>((-Inf, -1), (Inf, 1), (0, 0), (-0.0, -0.0), (1e30, 1), (nan, nan));
        AssertValues<Sigmoid>((-Inf, 0), (Inf, 1), (0, 0.5), (-0.0, 0.5), (nan, nan));
        AssertValues<Softplus>((-Inf, 0), (Inf, Inf), (1024, 1024), (nan, nan));
        AssertValues<NormalCdf>((-Inf, 0), (Inf, 1), (0, 0.5), (-0.0, 0.5), (-1e30, 0), (nan, nan));
        AssertValues<NormalPdf>((-Inf, 0), (Inf, 0), (1e30, 0), (-1e30, 0), (nan, nan));
    }

    [Fact]
    public void Functions_out_of_line_are_the_functions()
    {
        double[] points = [-2.5, -0.25, 0.5, 3];
        AssertSame<Exp>(points, OutOfLine.Exp<Scalar<double>, double>);
        AssertSame<Log>(points, OutOfLine.Log<Scalar<double>, double>);
        AssertSame<Log1P>(points, OutOfLine.Log1P<Scalar<double>, double>);
        AssertSame<Tanh>(points, OutOfLine.Tanh<Scalar<double>, double>);
        AssertSame<Sigmoid>(points, OutOfLine.Sigmoid<Scalar<double>, double>);
        AssertSame<Softplus>(points, OutOfLine.Softplus<Scalar<double>, double>);
        AssertSame<NormalCdf>(points, OutOfLine.NormalCdf<Scalar<double>, double>);
        AssertSame<NormalPdf>(points, OutOfLine.NormalPdf<Scalar<double>, double>);
        AssertSame<NormalCdf>(points, x => OutOfLine.NormalCdf<Scalar<double>, double>(x, out _));
        AssertSame<NormalPdf>(points, x =>
        {
            OutOfLine.NormalCdf<Scalar<double>, double>(x, out Scalar<double> density);
            return density;
        });
    }

    private static double[] SpecialPoints =>
    [
        0, float.Epsilon, 1.17549435e-38, 2.938736e-39, 5.9604645e-8, 0.17328680, 0.25, 0.34657359, 0.5, 0.6931472, 0.70710678, 1, 1.41421356, 2, 9.0109, 10, 14.17, 14.6,
        16.635532, 87.33654, 88.72284, 90, 103.27893, 103.97208, 105, 16777216, float.MaxValue, Inf,
    ];

    private static IEnumerable<float> EveryPattern(uint step)
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += step)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }

    private static IEnumerable<float> Neighbours(double point)
    {
        uint bits = BitConverter.SingleToUInt32Bits((float)point);
        for (int i = -300; i <= 300; i++)
        {
            float near = BitConverter.UInt32BitsToSingle((uint)Math.Clamp(bits + (long)i, 0, 0x7F800000));
            yield return near;
            yield return -near;
        }
    }

    /// <summary>Asserts for every vector type that no result is further than a bound of units in the last place from the exact one.</summary>
    /// <param name="single">The bound in single precision, over all its numbers.</param>
    /// <param name="whenDouble">The bound in double precision, for numbers of all magnitudes and the range in which the function is neither constant nor trivial.</param>
    /// <param name="from">The start of that range.</param>
    /// <param name="to">Its end.</param>
    /// <param name="largest">The largest of the numbers of all magnitudes, if not the end.</param>
    private static void AssertWithin<TFunction>(double single, double whenDouble, double from, double to, double? largest = null)
        where TFunction : IElementaryFunction
    {
        double[] expected = [.. Sample.Select(x => TFunction.Reference((double)x))];
        foreach ((string width, float[] results) in VectorFunctions.EvaluateAll<TFunction, float>(Sample))
        {
            for (int i = 0; i < results.Length; i++)
            {
                double error = UnitsBetween(results[i], expected[i]);
                if (!(error <= single))
                {
                    Fail<TFunction, float>(width, Sample[i], results[i], expected[i], error);
                }
            }
        }

        double[] magnitudes = [.. Enumerable.Range(-537, 1049).Select(i => Math.ScaleB(1.5 + (i * 0.6180339887498949 % 1 / 2), 2 * i))];
        AssertDouble<TFunction>(
            whenDouble,
            [.. Enumerable.Range(0, 2001).Select(i => from + ((to - from) * i / 2000)), .. magnitudes.Where(x => x <= (largest ?? to)), .. magnitudes.Select(x => -x).Where(x => x >= from)]);
    }

    private static void AssertDouble<TFunction>(double bound, double[] points)
        where TFunction : IElementaryFunction
    {
        double[] approximate = [.. points.Select(TFunction.Reference)];
        Precise[] expected = [.. points.Select((x, i) => double.IsFinite(approximate[i]) ? TFunction.Reference(Precise.From(x)) : default)];
        foreach ((string width, double[] results) in VectorFunctions.EvaluateAll<TFunction, double>(points))
        {
            for (int i = 0; i < results.Length; i++)
            {
                double error = double.IsFinite(approximate[i]) ? expected[i].UnitsTo(results[i], 53, -1074) : results[i].Equals(approximate[i]) ? 0 : Inf;
                if (!(error <= bound))
                {
                    Fail<TFunction, double>(width, points[i], results[i], approximate[i], error);
                }
            }
        }
    }

    /// <summary>How far a result in single precision is from the exact one: 0 if it is what that is rounded to, special values included.</summary>
    private static double UnitsBetween(float result, double expected)
    {
        float rounded = (float)expected;
        if (result.Equals(rounded))
        {
            return 0;
        }

        float magnitude = Math.Min(Math.Abs(rounded), MathF.BitDecrement(float.MaxValue));
        return Math.Abs(result - expected) / (MathF.BitIncrement(magnitude) - (double)magnitude);
    }

    private static void Fail<TFunction, T>(string width, double x, double result, double expected, double error) =>
        Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{typeof(TFunction).Name}<{typeof(T).Name}, {width}>({x:R}) = {result:R}, {error} units from {expected:R}"));

    private static void AssertSame<TFunction>(double[] points, Func<Scalar<double>, Scalar<double>> function)
        where TFunction : IVectorFunction =>
        Assert.Equal(VectorFunctions.Evaluate<TFunction, Scalar<double>, double>(points), points.Select(x => function(new Scalar<double>(x)).Lane));

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
                bool same = results[i].Equals(expected) && double.IsNegative(results[i]) == double.IsNegative(expected);
                Assert.True(same || double.IsNaN(expected) && double.IsNaN(results[i]), $"{typeof(TFunction).Name}<{typeof(T).Name}, {width}>({cases[i].X}) = {results[i]}, not {expected}");
            }
        }
    }
}

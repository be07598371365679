using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class SimdTests
{
    [Fact]
    public void Every_operation_of_every_width_is_that_of_the_lanes_alone()
    {
        AssertLikeScalar<Simd512<float>, float>();
        AssertLikeScalar<Simd256<float>, float>();
        AssertLikeScalar<Simd128<float>, float>();
        AssertLikeScalar<Simd512<double>, double>();
        AssertLikeScalar<Simd256<double>, double>();
        AssertLikeScalar<Simd128<double>, double>();
    }

    [Fact]
    public void Numbers_within_bounds_stay_what_they_are_and_a_NaN_is_none_beyond_them()
    {
        double[] values = [double.NaN, double.NegativeInfinity, -1, -0.0, 0, 1, 2, double.PositiveInfinity];
        foreach (double[] lanes in VectorFunctions.EvaluateAll<AtMostOne, double>(values).Concat(VectorFunctions.EvaluateAll<AtMostOne, float>(values)).Select(all => all.Results))
        {
            Assert.Equal([double.NaN, double.NegativeInfinity, -1, -0.0, 0, 1, 1, 1], lanes);
        }

        foreach (double[] lanes in VectorFunctions.EvaluateAll<AtLeastOne, double>(values).Concat(VectorFunctions.EvaluateAll<AtLeastOne, float>(values)).Select(all => all.Results))
        {
            Assert.Equal([double.NaN, 1, 1, 1, 1, 1, 2, double.PositiveInfinity], lanes);
        }
    }

    [Fact]
    public void Subnormal_numbers_alone_become_zero()
    {
        AssertNormalOrZero([BitConverter.Int32BitsToSingle(0x007F_FFFF), float.Epsilon, -float.Epsilon], [BitConverter.Int32BitsToSingle(0x0080_0000), 1, 0, float.PositiveInfinity, float.NaN]);
        AssertNormalOrZero([BitConverter.Int64BitsToDouble((1L << 52) - 1), double.Epsilon, -double.Epsilon], [BitConverter.Int64BitsToDouble(1L << 52), 1, 0, double.PositiveInfinity, double.NaN]);
    }

    [Fact]
    public void Partial_loads_and_stores_touch_nothing_beyond_their_count()
    {
        AssertPartial<Simd512<float>, float>();
        AssertPartial<Simd256<float>, float>();
        AssertPartial<Simd128<float>, float>();
        AssertPartial<Scalar<float>, float>();
        AssertPartial<Simd512<double>, double>();
        AssertPartial<Simd256<double>, double>();
        AssertPartial<Simd128<double>, double>();
        AssertPartial<Scalar<double>, double>();
    }

    [Fact]
    public void Numbers_scale_by_powers_of_two_into_the_subnormal_range_and_beyond_both_ends()
    {
        AssertScales<Simd512<float>, float>(-149, -150, 128);
        AssertScales<Simd256<float>, float>(-149, -150, 128);
        AssertScales<Simd128<float>, float>(-149, -150, 128);
        AssertScales<Scalar<float>, float>(-149, -150, 128);
        AssertScales<Simd512<double>, double>(-1074, -1075, 1024);
        AssertScales<Simd256<double>, double>(-1074, -1075, 1024);
        AssertScales<Simd128<double>, double>(-1074, -1075, 1024);
        AssertScales<Scalar<double>, double>(-1074, -1075, 1024);
    }

    [Fact]
    public void Numbers_split_into_mantissa_and_exponent()
    {
        AssertSplits<Simd512<float>, float>(float.Epsilon, float.MaxValue);
        AssertSplits<Scalar<float>, float>(float.Epsilon, float.MaxValue);
        AssertSplits<Simd128<double>, double>(double.Epsilon, double.MaxValue);
        AssertSplits<Scalar<double>, double>(double.Epsilon, double.MaxValue);
    }

    [Fact]
    public void An_estimate_is_within_its_bound_of_the_reciprocal()
    {
        for (double value = 1e-30; value < 1e30; value *= 1.0137)
        {
            foreach (float signed in new[] { (float)value, (float)-value })
            {
                using PinnedBuffer<float> place = new([signed]);
                Scalar<float>.Store(Scalar<float>.ReciprocalEstimate(Scalar<float>.Load(place.Address)), place.Address);
                Assert.True(Math.Abs(((double)place.Span[0] * signed) - 1) <= Math.Pow(2, -14), $"The estimate of 1 / {signed} is {place.Span[0]}.");
            }
        }
    }

    private static void AssertLikeScalar<V, T>()
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        double[] left = [.. Enumerable.Range(0, V.Count).Select(i => (i * 1.7) - 5.25)];
        double[] right = [.. Enumerable.Range(0, V.Count).Select(i => 3.5 - (i * 0.9))];
        left[1] = right[1];
        foreach ((double a, double b) in new[] { (double.NaN, 1.0), (1.0, double.NaN), (double.NegativeInfinity, 2.0), (-0.0, 0.0), (0.0, -0.0), (2.5, 3.5) })
        {
            left[0] = a;
            right[0] = b;
            double[][] expected = [.. Enumerable.Range(0, V.Count).Select(i => Operations<Scalar<T>, T>([left[i]], [right[i]]).Select(r => r[0]).ToArray())];
            double[][] actual = Operations<V, T>(left, right);
            for (int operation = 0; operation < actual.Length; operation++)
            {
                Assert.Equal([.. expected.Select(lane => Bits(lane[operation]))], actual[operation].Select(Bits));
            }
        }

        double[] ordered = [.. Enumerable.Range(0, V.Count).Select(i => (double)(i * i))];
        using PinnedBuffer<T> buffer = new(ordered.Select(VectorFunctions.From<T>).ToArray());
        Assert.Equal(ordered.Sum(), VectorFunctions.To(V.Sum(V.Load(buffer.Address))));
        Assert.Equal(ordered[^1], VectorFunctions.To(V.MaxLane(V.Load(buffer.Address))));
        buffer.Span.Reverse();
        Assert.Equal(ordered[^1], VectorFunctions.To(V.MaxLane(V.Load(buffer.Address))));
        Assert.Equal(Enumerable.Range(0, V.Count).Select(i => (double)i), Lanes<V, T>(V.Iota));
    }

    /// <summary>NaNs are one: which of two an operation hands on is not specified.</summary>
    private static long Bits(double value) => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value);

    private static double[][] Operations<V, T>(double[] left, double[] right)
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        using PinnedBuffer<T> first = new(left.Select(VectorFunctions.From<T>).ToArray());
        using PinnedBuffer<T> second = new(right.Select(VectorFunctions.From<T>).ToArray());
        V a = V.Load(first.Address);
        V b = V.Load(second.Address);
        V one = V.Constant(1);
        V[] results =
        [
            a + b, a - b, a * b, a / b, -a, V.Max(a, b), V.Min(a, b), V.AtLeast(a, one), V.AtMost(a, one), V.AtLeast(a, V.Zero), V.Abs(a), V.Sqrt(V.Abs(a)), V.ReciprocalEstimate(a), V.Round(a), V.FusedMultiplyAdd(a, b, one),
            V.Select(V.GreaterThan(a, b), a, one), V.Select(V.Equal(a, b), one, b), V.GreaterThan(a, b) & one, a | (b & V.Constant(-0.0)),
            V.ShiftRight(V.ShiftLeft(a, 1), 1), V.Splat(VectorFunctions.From<T>(0.1)), V.Zero,
        ];
        return [.. results.Select(Lanes<V, T>)];
    }

    private static double[] Lanes<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        using PinnedBuffer<T> buffer = new(V.Count);
        V.Store(value, buffer.Address);
        return buffer.Span.ToArray().Select(VectorFunctions.To).ToArray();
    }

    private static void AssertPartial<V, T>()
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        T seven = VectorFunctions.From<T>(7);
        for (int count = 0; count <= V.Count + 1; count++)
        {
            int inside = Math.Min(count, V.Count);
            using PinnedBuffer<T> source = new(Enumerable.Repeat(seven, V.Count).ToArray());
            using PinnedBuffer<T> destination = new(V.Count + 1);
            V.Store(V.Load(source.Address, count), destination.Address);
            Assert.Equal([.. Enumerable.Repeat(7.0, inside), .. Enumerable.Repeat(0.0, V.Count + 1 - inside)], destination.Span.ToArray().Select(VectorFunctions.To));

            destination.Span.Clear();
            V.Store(V.Splat(seven), destination.Address, count);
            Assert.Equal([.. Enumerable.Repeat(7.0, inside), .. Enumerable.Repeat(0.0, V.Count + 1 - inside)], destination.Span.ToArray().Select(VectorFunctions.To));
        }
    }

    private static void AssertScales<V, T>(int smallest, int tooSmall, int tooLarge)
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        Assert.Equal(Math.ScaleB(1, smallest), Scale(1, smallest));
        Assert.Equal(Math.ScaleB(1, smallest + 1), Scale(1.5, smallest));
        Assert.Equal(0, Scale(1, tooSmall));
        Assert.Equal(Math.ScaleB(0.75, tooLarge), Scale(0.75, tooLarge));
        Assert.Equal(double.PositiveInfinity, Scale(1, tooLarge));
        Assert.Equal(double.NegativeInfinity, Scale(-1, tooLarge + 20));
        Assert.Equal(-Math.ScaleB(1.25, -30), Scale(-1.25, -30));

        static double Scale(double value, int exponent) => Lanes<V, T>(V.ScaleByPowerOfTwo(V.Constant(value), V.Constant(exponent)))[0];
    }

    private static void AssertSplits<V, T>(double smallest, double largest)
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        foreach (double value in new[] { smallest, smallest * 3, 1e-20, 0.70703125, 0.70751953125, 1, 1.4140625, 1.41455078125, 2, 1e10, largest })
        {
            double given = VectorFunctions.To(VectorFunctions.From<T>(value));
            double mantissa = Lanes<V, T>(V.SplitExponent(V.Constant(given), out V exponent))[0];
            Assert.InRange(mantissa, Math.Sqrt(0.5), Math.BitDecrement(Math.Sqrt(2)));
            Assert.Equal(given, Math.ScaleB(mantissa, (int)Lanes<V, T>(exponent)[0]));
        }
    }

    private static void AssertNormalOrZero<T>(T[] subnormal, T[] others)
        where T : unmanaged, INumberBase<T>
    {
        foreach ((string width, T[] results) in VectorFunctions.EvaluateAll<NormalOrZero, T>([.. subnormal, .. others, .. others.Select(other => -other)]))
        {
            Assert.True(results.AsSpan().SequenceEqual([.. subnormal.Select(_ => T.Zero), .. others, .. others.Select(other => -other)]), $"{width}: {string.Join(' ', results)}");
        }
    }

    private sealed class NormalOrZero : IVectorFunction
    {
        public static V Apply<V, T>(V x)
            where V : struct, ISimd<V, T>
            where T : unmanaged => SimdBits<V, T>.NormalOrZero(x);
    }

    private sealed class AtMostOne : IVectorFunction
    {
        public static V Apply<V, T>(V x)
            where V : struct, ISimd<V, T>
            where T : unmanaged => V.AtMost(x, V.Constant(1));
    }

    private sealed class AtLeastOne : IVectorFunction
    {
        public static V Apply<V, T>(V x)
            where V : struct, ISimd<V, T>
            where T : unmanaged => V.AtLeast(x, V.Constant(1));
    }
}

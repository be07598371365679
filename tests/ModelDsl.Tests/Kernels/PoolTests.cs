using CsCheck;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class PoolTests
{
    /// <summary>Half of them windows side by side, the others windows that overlap, that leave gaps, that do not reach the last pixels, and padding up to where a window has no inputs at all.</summary>
    private static readonly Gen<PoolCase> Cases =
        from height in Gen.Int[1, 9]
        from width in Gen.Int[1, 9]
        from channels in Gen.OneOf(Gen.Int[1, 5], Gen.Int[6, 40])
        from window in Gen.Int[1, 4].Array[2]
        from stride in Gen.Int[1, 4].Array[2]
        from padding in Gen.Int[0, 2].Array[2]
        from batch in Gen.Int[1, 3]
        from seed in Gen.Int
        from areTiles in Gen.Bool
        select PoolCase.Create(height, width, channels, window, areTiles ? window : stride, areTiles ? [0, 0] : padding, batch, seed);

    [Fact]
    public void Pooling_of_any_size_equals_the_plain_loop() => Cases.Sample(
        pooling =>
        {
            Check<float, byte>(pooling, 1e-6);
            Check<float, ushort>(pooling, 1e-6);
            Check<double, byte>(pooling, 1e-14);
            Check<double, ushort>(pooling, 1e-14);
        },
        iter: 200,
        threads: 1);

    [Fact]
    public void The_maximum_without_its_place_is_the_same() => Cases.Sample(
        pooling =>
        {
            using PinnedBuffer<float> input = new(pooling.Input<float>());
            using PinnedBuffer<float> output = new(pooling.OutputLength);
            Pool.Max(input.Address, output.Address, pooling.Batch, pooling.Shape);
            Assert.Equal(PoolResults<float, byte>.Run(pooling).Max, output.Span.ToArray());
        },
        iter: 50,
        threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(19)]
    public void A_window_with_NaN_has_NaN_as_its_maximum_and_the_place_of_the_last(int channels)
    {
        PoolShape shape = new(2, 4, channels, 1, 2, 2, 2, 2, 2, 0, 0);
        using PinnedBuffer<float> input = new(8 * channels);
        using PinnedBuffer<float> output = new(2 * channels);
        using PinnedBuffer<byte> index = new(2 * channels);
        for (int channel = 0; channel < channels; channel++)
        {
            float[] pixels = [1, float.NaN, 7, 7, float.NaN, 9, float.PositiveInfinity, float.PositiveInfinity];
            for (int pixel = 0; pixel < pixels.Length; pixel++)
            {
                input.Span[(pixel * channels) + channel] = pixels[pixel];
            }
        }

        Pool.Max(input.Address, output.Address, index.Address, 1, shape);
        Assert.All(output.Span[..channels].ToArray(), value => Assert.Equal(float.NaN, value));
        Assert.All(output.Span[channels..].ToArray(), value => Assert.Equal(float.PositiveInfinity, value));
        Assert.Equal([.. Enumerable.Repeat((byte)2, 2 * channels)], index.Span.ToArray());
    }

    [Fact]
    public void A_window_larger_than_its_index_is_refused()
    {
        PoolShape shape = new(20, 20, 1, 1, 1, 20, 20, 1, 1, 0, 0);
        NotSupportedException thrown = Assert.Throws<NotSupportedException>(() => Pool.Max<float, byte>(default, default, default, 1, shape));
        Assert.Contains("20 × 20", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Pool.MaxGradient<float, int>(default, default, default, 1, shape));
    }

    [Fact]
    public void A_window_of_more_than_256_places_keeps_them_in_16_bits()
    {
        PoolCase pooling = PoolCase.Create(40, 30, 17, [40, 30], [1, 1], [0, 0], 2, 5);
        Check<float, ushort>(pooling, 1e-5);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        PoolCase pooling = PoolCase.Create(33, 35, 21, [3, 2], [2, 1], [1, 0], 7, 3);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            PoolResults<float, byte> expected = PoolResults<float, byte>.Run(pooling);
            foreach (int threads in new[] { 2, 3, 4 })
            {
                Parallelism.Threads = threads;
                PoolResults<float, byte> actual = PoolResults<float, byte>.Run(pooling);
                Assert.Equal(expected.Max, actual.Max);
                Assert.Equal(expected.Index, actual.Index);
                Assert.Equal(expected.MaxGradient, actual.MaxGradient);
                Assert.Equal(expected.Average, actual.Average);
                Assert.Equal(expected.AverageGradient, actual.AverageGradient);
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    private static void Check<T, TIndex>(PoolCase pooling, double tolerance)
        where T : unmanaged
        where TIndex : unmanaged
    {
        PoolResults<T, TIndex> actual = PoolResults<T, TIndex>.Run(pooling);
        PoolReference expected = new(pooling, [.. pooling.Input<T>().Select(VectorFunctions.To)], [.. pooling.OutputGradient<T>().Select(VectorFunctions.To)]);
        Assert.Equal(expected.Max, actual.Max.Select(VectorFunctions.To));
        Assert.Equal(expected.Index, actual.Index.Select(place => Convert.ToInt32(place, null)));
        AssertClose(expected.MaxGradient, actual.MaxGradient, tolerance);
        AssertClose(expected.Average, actual.Average, tolerance);
        AssertClose(expected.AverageGradient, actual.AverageGradient, tolerance);
    }

    private static void AssertClose<T>(double[] expected, T[] actual, double tolerance)
        where T : unmanaged
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], VectorFunctions.To(actual[i]), tolerance * (1 + Math.Abs(expected[i])));
        }
    }
}

using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class ThreefryTests
{
    /// <remarks>The known answers that come with the authors' own implementation, Random123.</remarks>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0x6b200159u, 0x99ba4efeu)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x1cb996fcu, 0xbb002be7u)]
    [InlineData(0x13198a2eu, 0x03707344u, 0x243f6a88u, 0x85a308d3u, 0xc4923a9cu, 0x483df7a0u)]
    public void A_block_is_the_published_answer(uint key0, uint key1, uint counter0, uint counter1, uint low, uint high) =>
        Assert.Equal((low, high), Threefry.Block(new RandomKey(key0, key1), counter0, counter1));

    [Theory]
    [InlineData(0L)]
    [InlineData(12345L)]
    [InlineData(4294967290L)]
    public void Uniform_numbers_are_the_same_for_every_width_and_element_type(long index)
    {
        RandomKey key = RandomKey.FromSeed(-42);
        double[] expected = [.. Enumerable.Range(0, 16).Select(i => (ulong)(index + i)).Select(c => (Threefry.Block(key, (uint)c, (uint)(c >> 32)).Low >> 8) / 16777216.0)];
        Assert.Equal(expected, Draw<Simd512<float>, float>(key, index));
        Assert.Equal(expected, Draw<Simd256<float>, float>(key, index));
        Assert.Equal(expected, Draw<Simd128<float>, float>(key, index));
        Assert.Equal(expected, Draw<Scalar<float>, float>(key, index));
        Assert.Equal(expected, Draw<Simd512<double>, double>(key, index));
        Assert.Equal(expected, Draw<Simd256<double>, double>(key, index));
        Assert.Equal(expected, Draw<Simd128<double>, double>(key, index));
        Assert.Equal(expected, Draw<Scalar<double>, double>(key, index));
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_their_distribution()
    {
        RandomKey key = RandomKey.FromSeed(7).Derive(3);
        double[] numbers = [.. Enumerable.Range(0, 40_000).Select(i => Scalar<double>.Uniform(key, i).Lane)];
        double mean = numbers.Average();
        Assert.InRange(mean, 0.5 - 0.006, 0.5 + 0.006);
        Assert.InRange(numbers.Average(x => (x - mean) * (x - mean)), (1.0 / 12) - 0.002, (1.0 / 12) + 0.002);
        Assert.InRange(numbers.Zip(numbers.Skip(1), (x, next) => (x - mean) * (next - mean)).Average(), -0.002, 0.002);
        Assert.All(numbers, x => Assert.InRange(x, 0, 1 - (1.0 / 16777216)));
    }

    [Fact]
    public void Derived_keys_differ_by_stream_and_by_seed()
    {
        RandomKey[] keys = [.. from seed in new long[] { 0, 1, long.MinValue } from stream in new ulong[] { 0, 1, 1UL << 32 } select RandomKey.FromSeed(seed).Derive(stream)];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    private static double[] Draw<V, T>(RandomKey key, long index)
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        using PinnedBuffer<T> buffer = new(16);
        for (int i = 0; i < 16; i += V.Count)
        {
            V.Store(V.Uniform(key, (nint)(index + i)), buffer.Address + i);
        }

        return buffer.Span.ToArray().Select(VectorFunctions.To).ToArray();
    }
}

using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class AttentionCacheTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, 1, false)]
    [InlineData(3, 9, 2, 2, 5, false)]
    [InlineData(2, 40, 4, 1, 8, false)]
    [InlineData(2, 40, 6, 2, 8, true)]
    [InlineData(3, 130, 4, 4, 33, true)]
    public void Each_step_attends_as_the_whole_sequence_does_there(int batch, int steps, int heads, int keyHeads, int size, bool hasLinearBias)
    {
        AttentionCase attention = new(batch, steps, steps, heads, keyHeads, size, IsCausal: true, IsSelf: true, HasLinearBias: hasLinearBias);
        Check<float>(attention, 1e-5);
        Check<double>(attention, 1e-13);
    }

    [Fact]
    public void Examples_may_stand_at_different_steps()
    {
        AttentionShape shape = new(1, 3, 1, 1, 1, true, false, false, 0);
        using PinnedBuffer<double> cache = new(12), positions = new([0.0, 2]), output = new(2);

        // The second example has seen the values 5 and 7 under keys of 0, so that all three weigh the same.
        (cache.Span[7], cache.Span[9]) = (5, 7);
        using PinnedBuffer<double> projected = new([1.0, 1, 4, 1, 0, 9]);
        AttentionCache.Step(projected.Address, cache.Address, positions.Address, output.Address, 2, shape);
        Assert.Equal(4, output.Span[0], 1e-15);
        Assert.Equal(7, output.Span[1], 1e-14);
        Assert.Equal([1.0, 4, 0, 0, 0, 0, 0, 5, 0, 7, 0, 9], cache.Span.ToArray());
    }

    /// <summary>Steps that are not there yet are NaN in the cache, so that reading them shows.</summary>
    private static void Check<T>(AttentionCase attention, double tolerance)
        where T : unmanaged
    {
        double[] operands = attention.Operands(), expected = AttentionResults.Run<T>(attention, operands).Output;
        int keyWidth = 2 * attention.KeyHeads * attention.Size, row = attention.Width + keyWidth, steps = attention.Queries;
        AttentionShape shape = new(1, steps, attention.Heads, attention.KeyHeads, attention.Size, attention.IsCausal, isSelf: false, attention.HasLinearBias, 0);
        using PinnedBuffer<T> cache = AttentionResults.Of<T>([.. Enumerable.Repeat(double.NaN, attention.Batch * steps * keyWidth)]);
        for (int step = 0; step < steps; step++)
        {
            double[] projected = [.. Enumerable.Range(0, attention.Batch).SelectMany(example => operands.AsSpan(attention.Query(example, step, 0), row).ToArray())];
            using PinnedBuffer<T> own = AttentionResults.Of<T>(projected), positions = AttentionResults.Of<T>([.. Enumerable.Repeat((double)step, attention.Batch)]);
            using PinnedBuffer<T> output = AttentionResults.Guarded<T>(attention.Batch * attention.Width);
            AttentionCache.Step(own.Address, cache.Address, positions.Address, output.Address, attention.Batch, shape);
            double[] actual = AttentionResults.Inside(output);
            for (int i = 0; i < actual.Length; i++)
            {
                Assert.Equal(expected[attention.Output(i / attention.Width, step, 0) + (i % attention.Width)], actual[i], tolerance);
            }
        }
    }
}

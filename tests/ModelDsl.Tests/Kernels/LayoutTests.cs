using CsCheck;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class LayoutTests
{
    private static readonly int[] Axes = [0, 1, 2, 3];

    [Fact]
    public void A_copy_between_any_layouts_equals_the_plain_loop() =>
        Gen.Select(Gen.Int[0, 4], Gen.OneOf(Gen.Int[0, 5], Gen.Int[1, 40]).Array[4], Gen.Shuffle(Axes), Gen.Shuffle(Axes), Gen.Int[0, 3].Array[5], Gen.Int[0, 3].Array[5]).Sample(
            (batch, sizes, sourceOrder, destinationOrder, sourceGaps, destinationGaps) =>
            {
                sizes = [.. sizes.Select((size, axis) => axis == 0 ? Math.Min(size, 4) : axis == 1 ? Math.Min(size, 12) : size)];
                Strides source = Strides.Create(sizes, sourceOrder, sourceGaps), destination = Strides.Create(sizes, destinationOrder, destinationGaps);
                Check<float>(batch, sizes, source, destination);
                Check<double>(batch, sizes, source, destination);
            },
            iter: 300,
            threads: 1);

    [Theory]
    [InlineData(3, 50, 40, 3, 0, 1, 2)]
    [InlineData(1, 300, 400, 1, 1, 0, 2)]
    [InlineData(2, 70, 3, 300, 1, 0, 2)]
    [InlineData(2, 33, 65, 35, 2, 0, 1)]
    [InlineData(1, 1, 1, 100_000, 0, 1, 2)]
    public void A_copy_of_many_parts_equals_the_plain_loop_for_any_number_of_threads(int batch, int size0, int size1, int size2, int first, int second, int third)
    {
        int before = Parallelism.Threads;
        try
        {
            int[] sizes = [size0, size1, size2, 1];
            Strides source = Strides.Create(sizes, Axes, new int[5]), destination = Strides.Create(sizes, [first, second, third, 3], new int[5]);
            foreach (int threads in new[] { 1, 2, 4 })
            {
                Parallelism.Threads = threads;
                Check<float>(batch, sizes, source, destination);
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    [Fact]
    public void A_stride_of_zero_repeats_the_source()
    {
        using PinnedBuffer<float> source = new([1, 2, 3]);
        using PinnedBuffer<float> destination = new(24);
        Layout.Copy(source.Address, destination.Address, 2, 0, 12, new CopyShape(2, 3, 2, 1, 0, 1, 0, 0, 6, 2, 1, 0));
        Assert.Equal([1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3], destination.Span.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(200_001)]
    public void Clearing_touches_nothing_beyond_its_end(int count)
    {
        using PinnedBuffer<double> buffer = new(count + 1);
        buffer.Span.Fill(7);
        Layout.Clear(buffer.Address, count);
        Assert.Equal([.. new double[count], 7], buffer.Span.ToArray());
    }

    [Theory]
    [InlineData(1, 1, 1, new[] { 1 })]
    [InlineData(3, 5, 1, new[] { 5, 1, 3 })]
    [InlineData(2, 4, 64, new[] { 2, 4 })]
    [InlineData(3, 7, 65, new[] { 6, 7, 1 })]
    [InlineData(3, 500, 130, new[] { 500, 1, 251 })]
    public void Reversing_turns_round_the_steps_that_count_and_leaves_the_others(int batch, int steps, int columns, int[] lengths)
    {
        CheckReverse<float>(batch, steps, columns, null);
        CheckReverse<float>(batch, steps, columns, lengths);
        CheckReverse<double>(batch, steps, columns, lengths);
    }

    private static void Check<T>(int batch, int[] sizes, Strides from, Strides to)
        where T : unmanaged
    {
        using PinnedBuffer<T> source = new([.. Enumerable.Range(0, (batch * from.Example) + 1).Select(i => VectorFunctions.From<T>(i))]);
        using PinnedBuffer<T> destination = new((batch * to.Example) + 1);
        destination.Span.Fill(VectorFunctions.From<T>(-1));
        T[] expected = destination.Span.ToArray();
        for (int i = 0; i < batch * sizes.Aggregate((a, b) => a * b); i++)
        {
            int l = i % sizes[3], k = i / sizes[3] % sizes[2], j = i / sizes[3] / sizes[2] % sizes[1], rest = i / sizes[3] / sizes[2] / sizes[1];
            expected[to.Place(rest / sizes[0], rest % sizes[0], j, k, l)] = source.Span[from.Place(rest / sizes[0], rest % sizes[0], j, k, l)];
        }

        CopyShape shape = new(
            sizes[0], sizes[1], sizes[2], sizes[3], from.Axes[0], from.Axes[1], from.Axes[2], from.Axes[3], to.Axes[0], to.Axes[1], to.Axes[2], to.Axes[3]);
        Layout.Copy(source.Address, destination.Address, batch, from.Example, to.Example, shape);
        Assert.Equal(expected, destination.Span.ToArray());
    }

    private static void CheckReverse<T>(int batch, int steps, int columns, int[]? lengths)
        where T : unmanaged
    {
        using PinnedBuffer<T> source = new([.. Enumerable.Range(0, batch * steps * columns).Select(i => VectorFunctions.From<T>(i))]);
        using PinnedBuffer<T> counts = new([.. (lengths ?? []).Select(length => VectorFunctions.From<T>(length))]);
        T[] expected = [.. Enumerable.Range(0, batch * steps).SelectMany(row =>
        {
            int step = row % steps, length = lengths?[row / steps] ?? steps;
            int from = row - step + (step < length ? length - 1 - step : step);
            return source.Span.Slice(from * columns, columns).ToArray();
        })];
        int before = Parallelism.Threads;
        try
        {
            for (int threads = 1; threads <= 4; threads++)
            {
                Parallelism.Threads = threads;
                using PinnedBuffer<T> destination = AttentionResults.Guarded<T>(source.Length);
                Layout.Reverse(source.Address, destination.Address, lengths is null ? default : counts.Address, batch, steps, columns);
                Assert.Equal(VectorFunctions.From<T>(AttentionCase.Guard), destination.Span[^1]);
                Assert.Equal(expected, destination.Span[..^1].ToArray());
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    /// <summary>A layout with its axes in any order, and gaps between their neighbours.</summary>
    private sealed record Strides(int Example, int[] Axes)
    {
        internal static Strides Create(int[] sizes, int[] order, int[] gaps)
        {
            int[] axes = new int[4];
            int stride = gaps[4] == 3 ? 2 : 1;
            foreach (int axis in order.Reverse())
            {
                axes[axis] = stride;
                stride = (stride * Math.Max(1, sizes[axis])) + (gaps[axis] == 3 ? 2 : 0);
            }

            return new(stride, axes);
        }

        internal int Place(int example, int i, int j, int k, int l) => (example * Example) + (i * Axes[0]) + (j * Axes[1]) + (k * Axes[2]) + (l * Axes[3]);
    }
}

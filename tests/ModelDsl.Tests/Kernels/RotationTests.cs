using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class RotationTests
{
    [Theory]
    [InlineData(1, 1, 2, 1, 2, 10000)]
    [InlineData(2, 5, 12, 2, 4, 10000)]
    [InlineData(3, 7, 9, 1, 8, 500)]
    [InlineData(2, 130, 96, 4, 16, 10000)]
    [InlineData(4, 300, 70, 1, 64, 1000000)]
    public void Pairs_are_turned_by_the_formula_and_what_stands_behind_the_heads_is_copied(int batch, int steps, int columns, int heads, int size, double angleBase)
    {
        Check<double>(1e-13);
        Check<float>(1e-6);

        void Check<T>(double tolerance)
            where T : unmanaged
        {
            double[] source = Values(batch * steps * columns), expected = Reference(source, row => row % steps, columns, heads, size, angleBase);
            using PinnedBuffer<T> from = AttentionResults.Of<T>(source), to = AttentionResults.Guarded<T>(source.Length), back = AttentionResults.Guarded<T>(source.Length);
            Rotation.Apply(from.Address, to.Address, default, batch, steps, columns, heads, size, angleBase);
            AssertClose(expected, AttentionResults.Inside(to), tolerance);
            Rotation.Invert(to.Address, back.Address, default, batch, steps, columns, heads, size, angleBase);
            AssertClose(source, AttentionResults.Inside(back), tolerance);
        }
    }

    [Fact]
    public void A_single_step_turns_to_the_position_of_each_example()
    {
        int[] places = [0, 7, 3, 1000];
        double[] source = Values(4 * 12), expected = Reference(source, row => places[row], 12, 2, 4, 10000);
        using PinnedBuffer<double> from = new(source), to = AttentionResults.Guarded<double>(source.Length), positions = new([0.0, 7, 3, 1000]);
        Rotation.Apply(from.Address, to.Address, positions.Address, 4, 1, 12, 2, 4, 10000);
        AssertClose(expected, AttentionResults.Inside(to), 1e-12);
    }

    [Fact]
    public void A_step_at_its_position_is_turned_to_the_same_bits_as_in_the_whole_sequence()
    {
        const int steps = 50, columns = 20;
        double[] source = Values(steps * columns);
        using PinnedBuffer<float> from = AttentionResults.Of<float>(source), whole = new(source.Length), stepped = new(source.Length), position = new(1);
        Rotation.Apply(from.Address, whole.Address, default, 1, steps, columns, 2, 8, 10000);
        for (int step = 0; step < steps; step++)
        {
            position.Span[0] = step;
            Rotation.Apply(from.Address + (step * columns), stepped.Address + (step * columns), position.Address, 1, 1, columns, 2, 8, 10000);
        }

        Assert.Equal(whole.Span.ToArray(), stepped.Span.ToArray());
    }

    [Fact]
    public void The_product_of_two_turned_vectors_depends_on_their_distance_alone()
    {
        const int steps = 40, size = 16;
        double[] pair = Values(2 * size);
        using PinnedBuffer<double> from = new([.. Enumerable.Range(0, steps).SelectMany(_ => pair)]), to = new(steps * 2 * size);
        Rotation.Apply(from.Address, to.Address, default, 1, steps, 2 * size, 2, size, 10000);
        double[] turned = to.Span.ToArray();
        double Dot(int query, int key) => Enumerable.Range(0, size).Sum(i => turned[(query * 2 * size) + i] * turned[(key * 2 * size) + size + i]);
        for (int distance = 0; distance < 10; distance++)
        {
            Assert.Equal(Dot(distance, 0), Dot(25 + distance, 25), 1e-12);
        }

        Assert.NotEqual(Dot(3, 0), Dot(0, 0), 1e-3);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        const int batch = 4, steps = 200, columns = 200;
        int before = Parallelism.Threads;
        using PinnedBuffer<float> from = AttentionResults.Of<float>(Values(batch * steps * columns));
        try
        {
            Parallelism.Threads = 1;
            float[] expected = Turn();
            for (int threads = 2; threads <= 4; threads++)
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, Turn());
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }

        float[] Turn()
        {
            using PinnedBuffer<float> to = new(from.Length);
            Rotation.Apply(from.Address, to.Address, default, batch, steps, columns, 4, 48, 10000);
            return to.Span.ToArray();
        }
    }

    private static double[] Reference(double[] source, Func<int, int> position, int columns, int heads, int size, double angleBase)
    {
        double[] turned = [.. source];
        for (int row = 0; row < source.Length / columns; row++)
        {
            for (int pair = 0; pair < heads * size / 2; pair++)
            {
                int feature = pair % (size / 2), first = (row * columns) + (pair / (size / 2) * size) + feature, second = first + (size / 2);
                double angle = position(row) * Math.Pow(angleBase, -2.0 * feature / size);
                turned[first] = (source[first] * Math.Cos(angle)) - (source[second] * Math.Sin(angle));
                turned[second] = (source[first] * Math.Sin(angle)) + (source[second] * Math.Cos(angle));
            }
        }

        return turned;
    }

    /// <summary>Numbers that single precision holds.</summary>
    private static double[] Values(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => (double)(float)((random.NextDouble() * 2) - 1))];
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}

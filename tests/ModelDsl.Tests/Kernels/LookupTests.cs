using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class LookupTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 5, 1)]
    [InlineData(7, 40, 64)]
    [InlineData(11, 33, 65)]
    [InlineData(500, 3000, 65)]
    [InlineData(500, 90_000, 1)]
    public void Gathered_rows_are_those_of_the_table(int rows, int count, int columns)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged
        {
            double[] table = Values(rows * columns, seed: 1);
            int[] ids = Ids(rows, count);
            double[] expected = [.. ids.SelectMany(id => table[(id * columns)..((id + 1) * columns)])];
            SameForAnyThreads(expected, () =>
            {
                using PinnedBuffer<T> source = AttentionResults.Of<T>(table), names = AttentionResults.Of<T>([.. ids.Select(id => (double)id)]);
                using PinnedBuffer<T> output = AttentionResults.Guarded<T>(count * columns);
                Lookup.Gather(source.Address, names.Address, output.Address, count, columns);
                return AttentionResults.Inside(output);
            });
        }
    }

    [Theory]
    [InlineData(1, 1, 1, -1)]
    [InlineData(7, 5, 1, -1)]
    [InlineData(7, 40, 64, 3)]
    [InlineData(11, 33, 65, 0)]
    [InlineData(3, 4000, 65, 2)]
    [InlineData(3, 2047, 65, 2)]
    [InlineData(50, 3000, 300, -1)]
    [InlineData(9, 2000, 129, 8)]
    public void Scattered_rows_add_up_in_the_order_of_their_ids_long_sums_in_two_halves_but_for_the_row_that_is_ignored(int rows, int count, int columns, int ignored)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged
        {
            double[] values = Values(count * columns, seed: 2);
            int[] ids = Ids(rows, count);
            double[] expected = new double[rows * columns], second = new double[rows * columns];
            int half = count >= 8 * rows && count * columns >= 1 << 16 ? count / 2 : count;
            for (int i = 0; i < count; i++)
            {
                for (int column = 0; column < columns && ids[i] != ignored; column++)
                {
                    ref double sum = ref (i < half ? expected : second)[(ids[i] * columns) + column];
                    sum = Round(sum + values[(i * columns) + column]);
                }
            }

            expected = [.. expected.Zip(second, (a, b) => Round(a + b))];

            SameForAnyThreads(expected, () =>
            {
                using PinnedBuffer<T> source = AttentionResults.Of<T>(values), names = AttentionResults.Of<T>([.. ids.Select(id => (double)id)]);
                using PinnedBuffer<T> sums = AttentionResults.Guarded<T>(rows * columns);
                Lookup.ScatterAdd(source.Address, names.Address, sums.Address, count, columns, rows, ignored);
                return AttentionResults.Inside(sums);
            });

            static double Round(double sum) => typeof(T) == typeof(float) ? (float)sum : sum;
        }
    }

    [Fact]
    public void A_row_that_no_id_names_is_0_and_what_is_ignored_is_not_read()
    {
        using PinnedBuffer<float> values = new([1f, 2, float.NaN, float.NaN, 4, 8]), ids = new([2f, 1, 2]), sums = new([9f, 9, 9, 9, 9, 9]);
        Lookup.ScatterAdd(values.Address, ids.Address, sums.Address, 3, 2, 3, ignored: 1);
        Assert.Equal([0f, 0, 0, 0, 5, 10], sums.Span.ToArray());
    }

    [Theory]
    [InlineData(1 << 24)]
    [InlineData((1 << 24) - 1)]
    public void Single_precision_tells_the_largest_ids_apart(int id)
    {
        Assert.Equal(id, Lookup.Id((float)id));
        Assert.Equal(id, Lookup.Id(Lookup.Number<float>(id)));
        Assert.Equal(id, Lookup.Id(Lookup.Number<double>(id)));
    }

    /// <summary>Ids of which many stand several times.</summary>
    private static int[] Ids(int rows, int count)
    {
        Random random = new(rows + count);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(rows))];
    }

    /// <summary>Numbers that single precision holds.</summary>
    private static double[] Values(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (double)(float)((random.NextDouble() * 2) - 1))];
    }

    private static void SameForAnyThreads(double[] expected, Func<double[]> run)
    {
        int before = Parallelism.Threads;
        try
        {
            for (int threads = 1; threads <= 4; threads++)
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, run());
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }
}

using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class ReduceTests
{
    public static TheoryData<int, int> Sizes => new()
    {
        { 0, 3 }, { 1, 1 }, { 7, 10 }, { 64, 33 }, { 65, 31 }, { 130, 65 }, { 1000, 7 }, { 33, 1000 }, { 5, 40_000 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Column_sums_equal_the_plain_loop(int rows, int columns)
    {
        AssertColumns<float>(rows, columns, 1e-6);
        AssertColumns<double>(rows, columns, 1e-13);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Row_sums_equal_the_plain_loop(int rows, int columns)
    {
        AssertRows<float>(rows, columns, 1e-6);
        AssertRows<double>(rows, columns, 1e-13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(1000)]
    [InlineData(100_003)]
    public void A_total_equals_the_plain_loop(int count)
    {
        AssertTotal<float>(count, 1e-6);
        AssertTotal<double>(count, 1e-13);
    }

    [Fact]
    public void Column_sums_follow_the_tree_that_the_number_of_rows_fixes()
    {
        using PinnedBuffer<float> source = Random<float>(300, 21);
        using PinnedBuffer<float> sums = new(21);
        Reduce.Columns(source.Address, 300, 21, sums.Address);
        for (int column = 0; column < 21; column++)
        {
            float[] chunks = new float[5];
            for (int row = 0; row < 300; row++)
            {
                chunks[row / 64] += source.Span[(row * 21) + column];
            }

            Assert.Equal(chunks[0] + chunks[1] + (chunks[2] + chunks[3]) + chunks[4], sums.Span[column]);
        }
    }

    [Fact]
    public void A_long_sum_does_not_drown_in_rounding()
    {
        using PinnedBuffer<float> source = new(1 << 22);
        using PinnedBuffer<float> sum = new(1);
        source.Span.Fill(0.1f);
        Reduce.Sum(source.Address, source.Length, sum.Address);
        Assert.Equal(0.1f * (double)source.Length, sum.Span[0], 0.5);
    }

    [Fact]
    public void Lanes_beyond_the_end_of_a_row_do_not_count()
    {
        using PinnedBuffer<double> sums = new(3);
        Reduce.Rows(default(One<double>), 3, 37, sums.Address, cost: 1);
        Assert.Equal([37, 37, 37], sums.Span.ToArray());
    }

    private static PinnedBuffer<T> Random<T>(int rows, int columns)
        where T : unmanaged
    {
        Random random = new(rows + columns);
        return new(Enumerable.Range(0, rows * columns).Select(_ => VectorFunctions.From<T>(random.NextDouble() - 0.25)).ToArray());
    }

    private static double[,] Matrix<T>(PinnedBuffer<T> source, int rows, int columns)
        where T : unmanaged
    {
        double[,] matrix = new double[rows, columns];
        for (int i = 0; i < source.Length; i++)
        {
            matrix[i / columns, i % columns] = VectorFunctions.To(source.Span[i]);
        }

        return matrix;
    }

    private static void AssertColumns<T>(int rows, int columns, double tolerance)
        where T : unmanaged
    {
        using PinnedBuffer<T> source = Random<T>(rows, columns);
        using PinnedBuffer<T> sums = new(columns + 1);
        sums.Span.Fill(VectorFunctions.From<T>(-9));
        Reduce.Columns(source.Address, rows, columns, sums.Address);
        double[,] matrix = Matrix(source, rows, columns);
        for (int column = 0; column < columns; column++)
        {
            AssertClose(sums.Span[column], Enumerable.Range(0, rows).Select(row => matrix[row, column]), tolerance);
        }

        Assert.Equal(-9, VectorFunctions.To(sums.Span[columns]));
    }

    private static void AssertRows<T>(int rows, int columns, double tolerance)
        where T : unmanaged
    {
        using PinnedBuffer<T> source = Random<T>(rows, columns);
        using PinnedBuffer<T> sums = new(rows + 1);
        sums.Span.Fill(VectorFunctions.From<T>(-9));
        Reduce.Rows(new Square<T>(source.Address), rows, columns, sums.Address, cost: 2);
        double[,] matrix = Matrix(source, rows, columns);
        for (int row = 0; row < rows; row++)
        {
            AssertClose(sums.Span[row], Enumerable.Range(0, columns).Select(column => matrix[row, column] * matrix[row, column]), tolerance);
        }

        Assert.Equal(-9, VectorFunctions.To(sums.Span[rows]));
    }

    private static void AssertTotal<T>(int count, double tolerance)
        where T : unmanaged
    {
        using PinnedBuffer<T> source = Random<T>(1, count);
        using PinnedBuffer<T> sum = new(1);
        Reduce.Sum(source.Address, count, sum.Address);
        AssertClose(sum.Span[0], source.Span.ToArray().Select(VectorFunctions.To), tolerance);
    }

    private static void AssertClose<T>(T actual, IEnumerable<double> terms, double tolerance)
        where T : unmanaged
    {
        double[] all = [.. terms];
        Assert.Equal(all.Sum(), VectorFunctions.To(actual), tolerance * (1 + all.Sum(Math.Abs)));
    }

    private readonly struct Square<T>(Address<T> source) : IRowTerm<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(nint row, nint column, nint index, int count)
            where V : struct, ISimd<V, T>
        {
            V x = V.Load(source + index, count);
            return x * x;
        }
    }

    private readonly struct One<T> : IRowTerm<T>
        where T : unmanaged
    {
        public V Value<V>(nint row, nint column, nint index, int count)
            where V : struct, ISimd<V, T> => V.Constant(1);
    }
}

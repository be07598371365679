using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public sealed unsafe class ColumnTermsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 0, 5)]
    [InlineData(2, 700, 3)]
    [InlineData(1, 3000, 16)]
    [InlineData(4, 37, 70)]
    [InlineData(1, 40, 1200)]
    public void Sums_of_each_group_equal_the_plain_loop(int groups, int rows, int columns)
    {
        double[] values = new double[groups * rows * columns];
        Random random = new(7);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextDouble() - 0.5;
        }

        double[] sums = new double[groups * columns], squares = new double[groups * columns];
        fixed (double* source = values, sum = sums, square = squares)
        {
            Terms terms = new(new Address<double>(source));
            Reduce.Columns(terms, groups, rows, columns, new Address<double>(sum), new Address<double>(square), default, default, sums: 2, cost: 3);
        }

        for (int i = 0; i < groups * columns; i++)
        {
            double[] column = [.. Enumerable.Range(0, rows).Select(row => values[(((i / columns * rows) + row) * columns) + (i % columns)])];
            Assert.Equal(column.Sum(), sums[i], 1e-11);
            Assert.Equal(column.Sum(value => value * value), squares[i], 1e-11);
        }
    }

    private readonly struct Terms(Address<double> source) : IColumnTerms<double>
    {
        public void Add<V>(nint row, nint column, nint index, int count, ref V sum0, ref V sum1, ref V sum2, ref V sum3)
            where V : struct, ISimd<V, double>
        {
            V value = V.Load(source + index, count);
            sum0 += value;
            sum1 += value * value;
        }
    }
}

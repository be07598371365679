using System.Runtime.CompilerServices;
using CsCheck;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class ReduceColumnsTests
{
    /// <summary>Groups that share a part, that fill one, and that are cut into blocks of rows and strips of columns; all the vector widths and their rests.</summary>
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 0, 5 }, { 0, 4, 5 }, { 3, 4, 0 }, { 1, 1, 1 }, { 64, 49, 33 }, { 500, 3, 7 }, { 1, 16384, 16 }, { 1, 5000, 3 }, { 2, 9000, 1 }, { 3, 700, 150 }, { 1, 65, 9000 }, { 1, 130, 2050 }, { 2, 300, 64 }, { 2, 300, 65 }, { 1, 1024, 384 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Four_sums_equal_the_plain_loop(int groups, int rows, int columns)
    {
        Check<float>(groups, rows, columns, sums: 4, 1e-6);
        Check<double>(groups, rows, columns, sums: 4, 1e-14);
    }

    [Fact]
    public void Sums_of_any_size_equal_the_plain_loop() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 300], Gen.Int[1, 70], Gen.Int[1, 4]).Sample(
            (groups, rows, columns, sums) =>
            {
                Check<float>(groups, rows, columns, sums, 1e-6);
                Check<double>(groups, rows, columns, sums, 1e-14);
            },
            iter: 100,
            threads: 1);

    [Theory]
    [InlineData(1, 16384, 16)]
    [InlineData(1, 1000, 777)]
    [InlineData(3, 129, 1024)]
    public void How_the_sums_are_cut_does_not_change_a_bit(int groups, int rows, int columns)
    {
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            float[] expected = new ColumnCase<float>(groups, rows, columns, Sums: 4, Cost: 1).Run();
            foreach (int threads in new[] { 1, 2, 3, 4 })
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, new ColumnCase<float>(groups, rows, columns, Sums: 4, Cost: 1).Run());
                Assert.Equal(expected, new ColumnCase<float>(groups, rows, columns, Sums: 4, Cost: 50).Run());
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    [Fact]
    public void Sums_allocate_nothing_once_they_have_run()
    {
        using PinnedBuffer<float> source = new(4096 * 16);
        using PinnedBuffer<float> sums = new(4 * 16);
        long before = 0;
        for (int run = 0; run < 3; run++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            Reduce.Columns<float, Powers<float, Size4>>(
                new(source.Address, 16), 1, 4096, 16, sums.Address, sums.Address + 16, sums.Address + 32, sums.Address + 48, cost: 8);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Check<T>(int groups, int rows, int columns, int sums, double tolerance)
        where T : unmanaged
    {
        ColumnCase<T> reduction = new(groups, rows, columns, sums, Cost: 4);
        double[] source = [.. reduction.Source().Select(VectorFunctions.To)];
        T[] actual = reduction.Run();
        for (int place = 0; place < 4 * groups * columns; place++)
        {
            int sum = place / (groups * columns), group = place / columns % groups, column = place % columns;
            double[] terms = [.. Enumerable.Range(0, rows).Select(row => Math.Pow(source[(((group * rows) + row) * columns) + column], sum + 1))];
            double expected = sum < sums ? terms.Sum() : ColumnCase<T>.Untouched;
            Assert.Equal(expected, VectorFunctions.To(actual[place]), tolerance * (1 + terms.Sum(Math.Abs)));
        }
    }

    private sealed record ColumnCase<T>(int Groups, int Rows, int Columns, int Sums, int Cost)
        where T : unmanaged
    {
        internal const double Untouched = -9;

        internal T[] Source()
        {
            Random random = new(Rows + Columns);
            return [.. Enumerable.Range(0, Groups * Rows * Columns).Select(_ => VectorFunctions.From<T>((2 * random.NextDouble()) - 0.5))];
        }

        /// <summary>The sums; the element beyond the end of each must stay as it was.</summary>
        internal T[] Run()
        {
            int length = Groups * Columns;
            using PinnedBuffer<T> source = new(Source());
            using PinnedBuffer<T> sums = new(4 * (length + 1));
            sums.Span.Fill(VectorFunctions.From<T>(Untouched));
            Address<T> Sum(int number) => sums.Address + (number * (length + 1));
            switch (Sums)
            {
                case 1: Reduce<Size1>(source.Address, Sum); break;
                case 2: Reduce<Size2>(source.Address, Sum); break;
                case 3: Reduce<Size3>(source.Address, Sum); break;
                default: Reduce<Size4>(source.Address, Sum); break;
            }

            Assert.All([0, 1, 2, 3], number => Assert.Equal(Untouched, VectorFunctions.To(Sum(number)[length])));
            return [.. Enumerable.Range(0, 4).SelectMany(number => sums.Span.Slice(number * (length + 1), length).ToArray())];
        }

        private void Reduce<TSums>(Address<T> source, Func<int, Address<T>> sum)
            where TSums : struct, ISize =>
            ModelDsl.Kernels.Reduce.Columns<T, Powers<T, TSums>>(new(source, Columns), Groups, Rows, Columns, sum(0), sum(1), sum(2), sum(3), Cost);
    }

    /// <summary>The first so many of x, x², x³, x⁴, of which x² is read by row and column as well; in the lanes beyond the end they are NaN.</summary>
    private readonly struct Powers<T, TSums>(Address<T> source, nint columns) : IColumnTerms<T>
        where T : unmanaged
        where TSums : struct, ISize
    {
        public static int Sums => TSums.Value;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<V>(nint row, nint column, nint index, int count, ref V sum0, ref V sum1, ref V sum2, ref V sum3)
            where V : struct, ISimd<V, T>
        {
            V inside = V.GreaterThan(V.Constant(count), V.Iota);
            V x = V.Select(inside, V.Load(source + index, count), V.Constant(double.NaN));
            sum0 += x;
            sum1 += x * V.Load(source + (row * columns) + column, count);
            sum2 += x * x * x;
            sum3 += x * x * (x * x);
        }
    }
}

using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class PanelSumsTests
{
    /// <summary>Panels that are packed and that are not, whole and narrow ones, one block of the inner dimension and several, and parts of rows and of columns.</summary>
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 2, 1, 2 }, { 2, 50, 64 }, { 4, 17, 35 }, { 5, 3, 33 }, { 13, 255, 16 }, { 64, 256, 32 }, { 150, 257, 31 }, { 14, 509, 130 }, { 128, 768, 65 },
        { 128, 768, 512 }, { 512, 768, 128 }, { 700, 1030, 96 }, { 2, 0, 5 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_columns_of_the_right_operand_are_summed(int rows, int inner, int columns)
    {
        for (int layout = 0; layout < 4; layout++)
        {
            Case product = new(rows, inner, columns, RightTransposed: (layout & 1) != 0 && rows > 4, Accumulate: (layout & 2) != 0);
            product.Check<float>(1e-7);
            product.Check<double>(1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_product_is_the_same_to_the_bit_as_without_sums(int rows, int inner, int columns)
    {
        Case product = new(rows, inner, columns, RightTransposed: false, Accumulate: true);

        Assert.Equal(product.Run<float>(withSums: false).Product, product.Run<float>(withSums: true).Product);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_number_of_threads_does_not_change_a_bit(int rows, int inner, int columns)
    {
        int before = Parallelism.Threads;
        try
        {
            Case product = new(rows, inner, columns, RightTransposed: false, Accumulate: false);
            Parallelism.Threads = 1;
            float[] expected = product.Run<float>(withSums: true).Sums;
            for (int threads = 2; threads <= 4; threads++)
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, product.Run<float>(withSums: true).Sums);
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    /// <summary>Four sums of each column, each over every fourth row of a block, and the blocks in order: what one lane does is what all widths do.</summary>
    [Fact]
    public void The_order_of_additions_depends_on_the_rows_alone()
    {
        float[] sums = new Case(2, 1203, 40, RightTransposed: false, Accumulate: false).Run<float>(withSums: true).Sums;

        for (int column = 0; column < 40; column++)
        {
            float total = 0;
            for (int block = 0; block < 3; block++)
            {
                float[] four = new float[4];
                for (int row = 0; row < 401; row++)
                {
                    four[row < 400 ? row % 4 : 0] += (float)Case.Right((block * 401) + row, column);
                }

                total += four[0] + four[1] + (four[2] + four[3]);
            }

            Assert.Equal(total, sums[column]);
        }
    }

    [Theory]
    [InlineData(1, 20, 30, false)]
    [InlineData(30, 20, 1, false)]
    [InlineData(4, 20, 30, true)]
    [InlineData(0, 20, 30, false)]
    public void A_product_that_reads_no_panels_refuses_to_sum(int rows, int inner, int columns, bool rightTransposed) =>
        Assert.Throws<ArgumentException>("columnSums", () => new Case(rows, inner, columns, rightTransposed, Accumulate: false).Run<float>(withSums: true));

    private sealed record Case(int Rows, int Inner, int Columns, bool RightTransposed, bool Accumulate)
    {
        private const double Guard = 12345;

        internal static double Right(int row, int column) => (((row * 13) + (column * 29)) % 67 / 67.0) - 0.3;

        internal void Check<T>(double tolerance)
            where T : unmanaged
        {
            T[] sums = Run<T>(withSums: true).Sums;
            for (int column = 0; column < Columns; column++)
            {
                double expected = Enumerable.Range(0, Inner).Sum(row => Right(row, column));
                double actual = VectorFunctions.To(sums[column]);
                Assert.True(Math.Abs(expected - actual) <= tolerance * (Inner + 4), $"{this}: the sum of column {column} is {actual}, not {expected}.");
            }
        }

        /// <summary>The left operand is transposed, as in the gradient of weights.</summary>
        internal (T[] Product, T[] Sums) Run<T>(bool withSums)
            where T : unmanaged
        {
            using PinnedBuffer<T> left = new(Rows * Inner), right = new(Inner * Columns), product = new(Rows * Columns), sums = new(Columns + 1);
            for (int i = 0; i < left.Length; i++)
            {
                left.Span[i] = VectorFunctions.From<T>((i % 31 / 32.0) - 0.5);
            }

            for (int i = 0; i < right.Length; i++)
            {
                (int row, int column) = RightTransposed ? (i % Inner, i / Inner) : (i / Columns, i % Columns);
                right.Span[i] = VectorFunctions.From<T>(Right(row, column));
            }

            product.Span.Fill(VectorFunctions.From<T>(1));
            sums.Span.Fill(VectorFunctions.From<T>(Guard));
            Matrix<T> a = new(left.Address, Rows, transposed: true), b = new(right.Address, RightTransposed ? Inner : Columns, RightTransposed);
            MatMul.Multiply(a, b, product.Address, Rows, Inner, Columns, Accumulate, columnSums: withSums ? sums.Address : default);
            Assert.Equal(Guard, VectorFunctions.To(sums.Span[^1]));
            return (product.Span.ToArray(), sums.Span[..^1].ToArray());
        }
    }
}

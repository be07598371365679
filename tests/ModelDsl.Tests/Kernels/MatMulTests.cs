using CsCheck;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class MatMulTests
{
    /// <summary>Sizes around the limits of tiles (12 rows, 32 columns), of parts (240 rows), of blocks of the inner dimension and of sums that are cut in halves (512), of rows half a page apart, of left operands that are copied (192 rows, 384 columns; 96 and 192 with vectors of 256 bits; fewer columns where rows are half a page apart) and of the paths for few rows.</summary>
    public static TheoryData<int, int, int> Limits => new()
    {
        { 1, 784, 256 }, { 1, 33, 129 }, { 1, 1000, 300 }, { 32, 30, 1 }, { 30, 32, 1 }, { 700, 190, 1 }, { 2, 50, 64 }, { 4, 17, 35 }, { 5, 17, 35 },
        { 13, 511, 33 }, { 24, 512, 32 }, { 25, 513, 31 }, { 20, 1025, 48 }, { 13, 384, 150 }, { 14, 509, 130 }, { 509, 14, 130 }, { 20, 769, 48 }, { 100, 70, 48 }, { 241, 5, 65 }, { 482, 10, 70 }, { 96, 96, 96 }, { 50, 400, 100 },
        { 60, 769, 96 }, { 300, 515, 40 }, { 128, 1030, 130 },
        { 191, 40, 384 }, { 192, 40, 383 }, { 193, 300, 390 }, { 200, 1030, 420 }, { 250, 70, 800 }, { 95, 40, 192 }, { 96, 40, 195 }, { 509, 14, 260 },
        { 3, 0, 5 }, { 0, 4, 5 }, { 5, 4, 0 }, { 0, 4, 1 }, { 1, 0, 1 }, { 1, 1, 1 }, { 1, 30, 1 }, { 1, 101, 1 },
    };

    [Fact]
    public void A_product_of_any_size_and_layout_equals_the_plain_loop() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 70], Gen.Int[1, 70], Gen.Bool, Gen.Bool, Gen.Bool).Sample(
            (rows, inner, columns, leftTransposed, rightTransposed, accumulate) =>
            {
                new MatMulCase(rows, inner, columns, leftTransposed, rightTransposed, accumulate).Check<float>(1e-6);
                new MatMulCase(rows, inner, columns, leftTransposed, rightTransposed, accumulate).Check<double>(1e-15);
            },
            iter: 100,
            threads: 1);

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_product_at_the_limits_of_its_blocks_equals_the_plain_loop(int rows, int inner, int columns)
    {
        for (int layout = 0; layout < 8; layout++)
        {
            MatMulCase product = new(rows, inner, columns, (layout & 1) != 0, (layout & 2) != 0, (layout & 4) != 0);
            product.Check<float>(1e-6);
            product.Check<double>(1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void The_number_of_threads_does_not_change_a_bit(int rows, int inner, int columns)
    {
        for (int layout = 0; layout < 4; layout++)
        {
            new MatMulCase(rows, inner, columns, (layout & 1) != 0, (layout & 2) != 0, Accumulate: false).CheckThreads();
        }
    }

    /// <summary>Where panels are read, the operand itself may hold anything once it is packed.</summary>
    [Theory]
    [MemberData(nameof(Limits))]
    public void A_right_operand_packed_before_gives_the_same_bits(int rows, int inner, int columns)
    {
        for (int layout = 0; layout < 4; layout++)
        {
            MatMulCase product = new(rows, inner, columns, (layout & 1) != 0, (layout & 2) != 0, Accumulate: false);
            Assert.Equal(product.Result<float>(), product.ResultOfPacked<float>());
            Assert.Equal(product.Result<double>(), product.ResultOfPacked<double>());
        }
    }

    [Theory]
    [InlineData(64, 784, 256)]
    [InlineData(240, 515, 70)]
    [InlineData(5, 600, 33)]
    [InlineData(64, 511, 40)]
    public void A_product_whose_long_sums_are_shared_equals_the_plain_loop_with_the_same_bits_for_any_number_of_threads(int rows, int inner, int columns)
    {
        MatMulCase product = new(rows, inner, columns, LeftTransposed: false, RightTransposed: false, Accumulate: false, SharesWeights: true);
        product.Check<float>(1e-6);
        product.Check<double>(1e-15);
        product.CheckThreads();
    }

    [Theory]
    [InlineData(768, 128, 512)]
    [InlineData(768, 512, 128)]
    public void A_large_product_has_a_part_for_each_of_many_threads_with_the_same_bits(int rows, int inner, int columns)
    {
        MatMulCase product = new(rows, inner, columns, LeftTransposed: false, RightTransposed: true, Accumulate: false);
        float[] expected = WithThreads.Get(1, product.Result<float>);
        WithThreads.Run(8, () =>
        {
            Matrix<float> none = new(default, inner, transposed: false);
            Assert.InRange(new Product<float>(none, none.Transpose, default, rows, inner, columns, accumulate: false).Parts, 8, int.MaxValue);
            Assert.Equal(expected, product.Result<float>());
        });
    }

    [Theory]
    [InlineData(384, true)]
    [InlineData(1536, false)]
    public void A_large_product_is_cut_by_rows_alone_where_its_sums_are_one_pass(int inner, bool isFullWidth)
    {
        Matrix<float> left = new(default, inner, transposed: false), right = new(default, 1536, transposed: false);
        WithThreads.Run(1, () =>
        {
            Product<float> product = new(left, right, default, 1024, inner, 1536, accumulate: false);
            Assert.Equal(isFullWidth, Enumerable.Range(0, product.Parts).All(part => product.Region(part) is { Column: 0, ColumnEnd: 1536 }));
        });
    }

    [Theory]
    [InlineData(784, 256, true)]
    [InlineData(120, 256, false)]
    public void Threads_share_the_product_of_a_row_where_it_reads_much(int inner, int columns, bool isShared)
    {
        Matrix<float> row = new(default, inner, transposed: false), weights = new(default, columns, transposed: false);
        Product<float> product = new(row, weights, default, 1, inner, columns, accumulate: false);
        WithThreads.Run(2, () => Assert.Equal(isShared, product.Parts > 1 && Workers.Worth(product.Operations)));
    }

    [Theory]
    [InlineData(200, 1030, 420, true)]
    [InlineData(300, 1030, 420, false)]
    public void A_product_does_not_take_copies_of_an_earlier_one_for_its_own(int rows, int inner, int columns, bool isLeftCopied)
    {
        MatMulCase product = new(rows, inner, columns, LeftTransposed: isLeftCopied, RightTransposed: !isLeftCopied, Accumulate: false);
        using MatMulOperands<float> operands = new(product);
        operands.Multiply();
        float[] first = operands.Result;
        (isLeftCopied ? (Action)operands.NegateLeft : operands.NegateRight)();
        operands.Multiply();
        float[] second = operands.Result;
        for (int i = 0; i < first.Length; i++)
        {
            float place = (i / product.Columns) + (i % product.Columns / 8f);
            Assert.Equal(2 * place, first[i] + second[i], 1e-3f);
        }
    }

    [Theory]
    [InlineData(300, 40, 70)]
    [InlineData(500, 1030, 100)]
    [InlineData(260, 515, 900)]
    public void A_thread_packs_each_panel_of_a_transposed_right_operand_once(int rows, int inner, int columns)
    {
        MatMulCase product = new(rows, inner, columns, LeftTransposed: false, RightTransposed: true, Accumulate: false);
        Assert.Equal(OfParts<float>(product, isForgotten: false), OfParts<float>(product, isForgotten: true));
        Assert.Equal(OfParts<double>(product, isForgotten: false), OfParts<double>(product, isForgotten: true));
    }

    [Fact]
    public void A_thread_does_not_keep_panels_of_more_than_four_megabytes()
    {
        Matrix<float> none = new(default, 2048, transposed: false);
        Assert.True(new Product<float>(none, none.Transpose, default, 1024, 2048, 512, accumulate: false).SharesRightPanels);
        Assert.False(new Product<float>(none, none.Transpose, default, 1024, 2048, 513, accumulate: false).SharesRightPanels);
    }

    /// <summary>The product, part by part on one thread; what the right operand holds may be forgotten after the parts of the first rows.</summary>
    private static T[] OfParts<T>(MatMulCase product, bool isForgotten)
        where T : unmanaged
    {
        using MatMulOperands<T> operands = new(product);
        Product<T> whole = operands.Product;
        for (int part = 0; part < whole.Parts; part++)
        {
            ProductRegion region = whole.Region(part);
            if (isForgotten && region.Row > 0)
            {
                operands.ForgetRight();
            }

            whole.Multiply(in region);
        }

        return operands.Result;
    }

    /// <summary>Helpers join when they can, and each has memory of its own; the caller's is what a single thread shows.</summary>
    [Theory]
    [InlineData(64, 100, 48, false)]
    [InlineData(300, 400, 90, false)]
    [InlineData(1, 90, 300, false)]
    [InlineData(40, 30, 1, false)]
    [InlineData(60, 769, 96, true)]
    [InlineData(200, 600, 800, true)]
    public void A_warm_product_allocates_nothing(int rows, int inner, int columns, bool leftTransposed)
    {
        MatMulCase product = new(rows, inner, columns, leftTransposed, !leftTransposed, false);
        using MatMulOperands<float> operands = new(product);
        WithThreads.Run(1, () => Assert.Equal(0, Allocated.OnThisThread(3, operands.Multiply)));
    }
}

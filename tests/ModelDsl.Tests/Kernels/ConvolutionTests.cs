using CsCheck;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class ConvolutionTests
{
    /// <summary>Kernels that reach beyond the image, strides that leave pixels over, padding beyond the kernel's reach, and groups down to one channel.</summary>
    private static readonly Gen<ConvolutionCase> Cases =
        from batch in Gen.Int[1, 3]
        from image in Gen.Int[1, 15].Array[2]
        from kernel in Gen.Int[1, 4].Array[2]
        from stride in Gen.Int[1, 3].Array[2]
        from dilation in Gen.Int[1, 3].Array[2]
        from padding in Gen.Int[0, 3].Array[2]
        from groups in Gen.OneOf(Gen.Const(1), Gen.Int[2, 3], Gen.Const(20))
        from channels in groups == 20 ? Gen.Const(1) : Gen.Int[1, 9]
        from filters in groups == 20 ? Gen.Int[1, 2] : Gen.OneOf(Gen.Int[1, 9], Gen.Int[10, 40])
        select ConvolutionCase.Create(batch, image, kernel, stride, dilation, padding, groups, channels, filters);

    /// <summary>Kernels of 3 × 3 over enough channels for tiles of 2 × 2 results: odd sizes, borders within a tile and beyond it, vectors not full.</summary>
    private static readonly Gen<ConvolutionCase> TiledCases =
        from batch in Gen.Int[1, 3]
        from image in Gen.Int[5, 22].Array[2]
        from padding in Gen.Int[0, 3].Array[2]
        from channels in Gen.Int[16, 40]
        from filters in Gen.Int[16, 70]
        select ConvolutionCase.Create(batch, image, [3, 3], [1, 1], [1, 1], padding, 1, channels, filters);

    /// <summary>Plain products, whole panels, runs longer than a block, examples as the rows of tiles, several chunks, and large single images.</summary>
    public static TheoryData<int, int, int, int, int, int, int> Limits => new()
    {
        { 3, 6, 40, 24, 1, 0, 1 }, { 5, 4, 3, 33, 4, 0, 1 }, { 2, 12, 64, 64, 3, 1, 1 }, { 1, 5, 300, 32, 3, 1, 1 }, { 1, 4, 130, 70, 3, 1, 2 },
        { 40, 2, 5, 16, 2, 1, 1 }, { 31, 3, 8, 8, 3, 0, 1 }, { 33, 8, 16, 32, 3, 1, 1 }, { 6, 26, 1, 32, 3, 0, 1 }, { 1, 70, 3, 16, 7, 3, 2 }, { 2, 9, 20, 3, 3, 1, 1 }, { 3, 20, 30, 2, 3, 1, 1 }, { 2, 7, 17, 33, 3, 1, 2 }, { 2, 10, 2, 40, 4, 1, 2 }, { 0, 8, 4, 4, 3, 1, 1 }, { 0, 8, 16, 16, 3, 1, 1 }, { 1, 41, 16, 16, 3, 1, 1 }, { 2, 12, 24, 24, 3, 1, 1 }, { 11, 4, 24, 16, 3, 0, 1 },
    };

    [Fact]
    public void A_convolution_of_any_shape_and_its_gradients_equal_the_plain_loops() => Cases.Sample(
        convolution =>
        {
            Check<float>(convolution, 1e-6);
            Check<double>(convolution, 1e-15);
        },
        iter: 150,
        threads: 1);

    [Fact]
    public void Threads_have_examples_of_their_own_where_a_convolution_is_cut_along_the_filters_too()
    {
        ConvolutionCase convolution = ConvolutionCase.Square(batch: 32, size: 16, channels: 32, filters: 64, kernel: 1, padding: 0, stride: 2);
        ConvolutionShape shape = convolution.Shape;
        ConvolutionPlan<float> plan = new(default, default(Address<float>), default, convolution.Batch, in shape, gradient: false);
        Assert.True(plan.Panels(0).To < plan.Weights.Panels);
        Assert.All(Enumerable.Range(0, plan.Parts / 2), part => Assert.InRange(plan.Block(part).ExampleEnd, 1, 16));
    }

    [Fact]
    public void A_convolution_in_tiles_of_results_and_its_gradients_equal_the_plain_loops() => TiledCases.Sample(
        convolution =>
        {
            Check<float>(convolution, 1e-6);
            Check<double>(convolution, 1e-15);
        },
        iter: 30,
        threads: 1);

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_convolution_at_the_limits_of_its_blocks_equals_the_plain_loops(int batch, int size, int channels, int filters, int kernel, int padding, int stride)
    {
        ConvolutionCase convolution = ConvolutionCase.Square(batch, size, channels, filters, kernel, padding, stride);
        Check<float>(convolution, 1e-6);
        Check<double>(convolution, 1e-15);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void The_number_of_threads_does_not_change_a_bit(int batch, int size, int channels, int filters, int kernel, int padding, int stride)
    {
        ConvolutionCase convolution = ConvolutionCase.Square(batch, size, channels, filters, kernel, padding, stride);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            float[][] expected = Results(convolution);
            for (int threads = 2; threads <= 4; threads++)
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, Results(convolution));
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    [Fact]
    public void Weights_packed_before_give_the_same_bits() => Gen.OneOf(Cases, TiledCases).Sample(
        convolution =>
        {
            CheckPacked<float>(convolution);
            CheckPacked<double>(convolution);
        },
        iter: 150,
        threads: 1);

    [Theory]
    [MemberData(nameof(Limits))]
    public void Weights_packed_before_give_the_same_bits_at_the_limits_of_blocks(int batch, int size, int channels, int filters, int kernel, int padding, int stride)
    {
        ConvolutionCase convolution = ConvolutionCase.Square(batch, size, channels, filters, kernel, padding, stride);
        CheckPacked<float>(convolution);
        CheckPacked<double>(convolution);
    }

    [Fact]
    public void An_example_gives_the_same_bits_alone_and_in_a_batch()
    {
        ConvolutionCase many = ConvolutionCase.Square(9, 7, 12, 40, kernel: 3, padding: 1), one = many with { Batch = 1 };
        float[][] together = Results(many), alone = Results(one);
        Assert.Equal(alone[0], together[0][..one.OutputLength]);
        Assert.Equal(alone[1], together[1][..one.InputLength]);
    }

    private static float[][] Results(ConvolutionCase convolution)
    {
        using ConvolutionOperands<float> operands = new(convolution);
        operands.Run(epilogue: false);
        return [operands.Output, operands.InputGradient, operands.WeightGradient];
    }

    /// <summary>A depthwise convolution and a product with few rows or a single column read the weights where they lie.</summary>
    private static void CheckPacked<T>(ConvolutionCase convolution)
        where T : unmanaged
    {
        ConvolutionShape shape = convolution.Shape;
        bool isProduct = shape.Pointwise || shape.Global;
        using ConvolutionOperands<T> expected = new(convolution), actual = new(convolution);
        expected.Run(epilogue: false);
        actual.RunPacked(isForgotten: !shape.Depthwise && !isProduct);
        Assert.Equal(expected.Output, actual.Output);
        Assert.Equal(expected.InputGradient, actual.InputGradient);
    }

    private static void Check<T>(ConvolutionCase convolution, double tolerance)
        where T : unmanaged
    {
        using ConvolutionOperands<T> operands = new(convolution);
        operands.Run();
        Near("output", convolution, WithPlace(convolution.ExpectedOutput(), convolution.Shape.Filters), operands.Output, tolerance);
        Near("input gradient", convolution, WithPlace(convolution.ExpectedInputGradient(), convolution.Shape.InputChannels), operands.InputGradient, tolerance);
        Near("weight gradient", convolution, convolution.ExpectedWeightGradient(), operands.WeightGradient, tolerance);
    }

    private static double[] WithPlace(double[] values, int columns) => [.. values.Select((value, i) => (2 * value) + (i / columns) + (i % columns / 8.0))];

    /// <summary>Products are below 1/4, so their sums have errors in proportion to how many there are.</summary>
    private static void Near<T>(string name, ConvolutionCase convolution, double[] expected, T[] actual, double tolerance)
        where T : unmanaged
    {
        double terms = Math.Sqrt((double)convolution.Shape.Work * Math.Max(1, convolution.Batch)) + 8;
        for (int i = 0; i < expected.Length; i++)
        {
            double value = VectorFunctions.To(actual[i]);
            Assert.True(Math.Abs(expected[i] - value) <= tolerance * (terms + Math.Abs(expected[i])), $"{name} of {convolution}: element {i} is {value}, not {expected[i]}.");
        }
    }
}

using CsCheck;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class AttentionTests
{
    /// <summary>Sizes from a single row to several blocks of rows, and all options; those that belong to a sequence's own rows only there.</summary>
    private static readonly Gen<AttentionCase> Cases =
        from queries in Gen.OneOf(Gen.Int[1, 20], Gen.Int[21, 130])
        from otherKeys in Gen.OneOf(Gen.Int[1, 20], Gen.Int[21, 130])
        from keyHeads in Gen.Int[1, 3]
        from @group in Gen.Int[1, 3]
        from size in Gen.OneOf(Gen.Int[1, 20], Gen.Int[21, 70])
        from options in Gen.Bool.Array[5]
        from batch in Gen.Int[1, 3]
        from fractions in Gen.Double[0, 1].Array[3]
        from seed in Gen.Int
        let keys = options[0] || options[1] ? queries : otherKeys
        select new AttentionCase(
            batch, queries, keys, keyHeads * @group, keyHeads, size, options[0], options[1], options[2], options[3] ? 0.3 : 0,
            options[4] ? [.. fractions[..batch].Select(fraction => 1 + (int)(fraction * (keys - 1)))] : null, seed);

    [Fact]
    public void Attention_of_any_size_equals_the_plain_loops() => Cases.Sample(
        attention =>
        {
            Check<double>(attention, 1e-12, 1e-11);
            Check<float>(attention, 1e-5, 1e-4);
        },
        iter: 150,
        threads: 1);

    [Theory]
    [InlineData(2, 64, 64, 4, 32)]
    [InlineData(1, 256, 256, 2, 64)]
    [InlineData(1, 100, 300, 1, 48)]
    [InlineData(2, 65, 65, 1, 16)]
    [InlineData(1, 33, 150, 2, 20)]
    [InlineData(1, 40, 2048, 1, 16)]
    public void Attention_of_usual_sizes_equals_the_plain_loops(int batch, int queries, int keys, int heads, int size)
    {
        Check<float>(new AttentionCase(batch, queries, keys, heads, heads, size, IsCausal: queries == keys, IsSelf: queries == keys), 1e-5, 1e-4);
        Check<double>(new AttentionCase(batch, queries, keys, heads, 1, size, HasLinearBias: true, Dropout: 0.1), 1e-12, 1e-11);
    }

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(5, 1, 3)]
    [InlineData(77, 3, 64)]
    [InlineData(200, 6, 33)]
    public void One_query_equals_the_plain_loops(int keys, int group, int size)
    {
        AttentionCase attention = new(2, 1, keys, 2 * group, 2, size, HasLinearBias: true, Lengths: [keys, (keys + 1) / 2]);
        Check<double>(attention, 1e-12, 1e-11);
        Check<float>(attention, 1e-5, 1e-4);
    }

    [Fact]
    public void The_gradient_is_that_of_central_differences()
    {
        AttentionCase attention = new(2, 15, 15, 4, 2, 5, IsCausal: true, IsSelf: true, HasLinearBias: true, Dropout: 0.25, Lengths: [15, 9]);
        double[] operands = attention.Operands(), gradient = AttentionResults.Run<double>(attention).Gradient;
        const double step = 1e-5;
        for (int i = 0; i < operands.Length; i++)
        {
            if (!double.IsNaN(operands[i]))
            {
                Assert.Equal((Loss(i, step) - Loss(i, -step)) / (2 * step), gradient[i], 1e-8);
            }
        }

        double Loss(int index, double shift)
        {
            double[] moved = [.. operands];
            moved[index] += shift;
            double[] weights = attention.OutputGradient();
            return AttentionResults.Run<double>(attention, moved).Output.Zip(weights, (value, weight) => double.IsNaN(weight) ? 0 : value * weight).Sum();
        }
    }

    [Fact]
    public void Scores_far_beyond_the_range_of_exponentials_give_finite_weights()
    {
        AttentionCase attention = new(1, 20, 20, 1, 1, 8);
        double[] operands = [.. attention.Operands().Select(value => value * 100)];
        AttentionReference expected = new(attention, operands);
        AttentionResults actual = AttentionResults.Run<double>(attention, operands);
        AssertClose(expected.Output, actual.Output, 1e-9);
        AssertClose(expected.Gradient, actual.Gradient, 1e-6);
    }

    [Fact]
    public void A_key_that_counts_with_NaN_shows_in_every_row_that_sees_it_and_in_no_other()
    {
        AttentionCase attention = new(1, 60, 60, 1, 1, 4, IsCausal: true, IsSelf: true);
        double[] operands = attention.Operands();
        operands[attention.KeyAt(0, 30, 0)] = double.NaN;
        double[] output = AttentionResults.Run<float>(attention, operands).Output;
        Assert.All(output[..(30 * 4)], value => Assert.False(double.IsNaN(value)));
        Assert.All(output[(30 * 4)..], value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void A_value_of_NaN_shows_in_the_gradients_of_no_query_that_does_not_see_it()
    {
        AttentionCase attention = new(1, 60, 60, 1, 1, 4, IsCausal: true, IsSelf: true);
        double[] operands = attention.Operands();
        operands[attention.ValueAt(0, 30, 0)] = double.NaN;
        double[] gradient = AttentionResults.Run<float>(attention, operands).Gradient;
        Assert.All(Enumerable.Range(0, 60), row => Assert.Equal(row >= 30, gradient.AsSpan(attention.Query(0, row, 0), 4).Contains(double.NaN)));
    }

    [Fact]
    public void Results_are_the_same_without_normalizers()
    {
        AttentionCase attention = new(2, 50, 50, 2, 1, 9, IsCausal: true, IsSelf: true, Lengths: [50, 20]);
        using PinnedBuffer<float> source = AttentionResults.Of<float>(attention.Operands()), lengths = new([50f, 20f]), output = new(attention.OutputLength);
        Attention.Forward(attention.Rows(source.Address), output.Address, default, lengths.Address, 2, attention.Shape, AttentionCase.Key);
        Assert.Equal(AttentionResults.Run<float>(attention).Output, output.Span.ToArray().Select(value => (double)value));
    }

    private static void Check<T>(AttentionCase attention, double tolerance, double gradientTolerance)
        where T : unmanaged
    {
        AttentionReference expected = new(attention, attention.Operands());
        AttentionResults actual = AttentionResults.Run<T>(attention);
        AssertClose(expected.Output, actual.Output, tolerance);
        AssertClose(expected.Normalizers, actual.Normalizers, tolerance);
        AssertClose(expected.Gradient, actual.Gradient, gradientTolerance);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance * (1 + Math.Abs(expected[i])));
        }
    }
}

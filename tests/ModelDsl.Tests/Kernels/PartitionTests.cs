using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public sealed class PartitionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    public void Loops_of_any_cost_have_a_cut_at_the_half_of_their_rows(int cost)
    {
        nint height = Partition.Rows(768, 128, cost);

        Assert.True(height < 768);
        Assert.Equal(0, 384 % height);
    }

    [Fact]
    public void Elements_are_cut_into_equal_parts_on_lines_of_their_own()
    {
        Assert.Equal(24_576, Partition.Elements(98_304, cost: 1));
        Assert.Equal(0, Partition.Elements(100_001, cost: 5) % 64);
    }

    [Fact]
    public void A_stretch_is_cut_without_gaps_on_lines_of_the_cache()
    {
        nint[] boundaries = [.. Enumerable.Range(0, 9).Select(part => Partition.Boundary(20, 1000, part, 8))];
        Assert.Equal(20, boundaries[0]);
        Assert.Equal(1000, boundaries[8]);
        Assert.Equal(boundaries.Order(), boundaries);
        Assert.All(boundaries[1..8], boundary => Assert.Equal(0, boundary % 64));
        Assert.Equal(392 * 256, Partition.Boundary(0, 784 * 256, 1, 2));
    }

    [Fact]
    public void A_stretch_within_a_line_is_one_part() =>
        Assert.Equal([130, 130, 130, 140], Enumerable.Range(0, 4).Select(part => Partition.Boundary(130, 140, part, 3)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(15, 12)]
    [InlineData(32, 32)]
    public void Several_parts_are_as_many_for_two_and_for_four_threads(int parts, int equally) => Assert.Equal(equally, Partition.Equally(parts));

    [Fact]
    public void A_loop_with_little_to_do_is_one_part() => Assert.Equal(100, Partition.Rows(100, 8, cost: 4));
}

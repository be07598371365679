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

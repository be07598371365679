using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Tests.Planning;

public sealed class ThreadSharesTests
{
    [Fact]
    public void Nothing_is_taken_over_where_a_buffer_lies_as_or_around_the_middle_of_the_one_before() =>
        Assert.Equal(0, ThreadShares.TakenOver([new(64, 0, 1), new(64, 2, 3), new(32, 4, 5)], [0, 0, 16]));

    [Fact]
    public void What_a_thread_writes_after_the_other_is_counted_in_each_step()
    {
        // The first thread has 0 to 31 of the one and 32 to 63 of the other, whose last 32 elements nobody else writes.
        Assert.Equal(2 * 32, ThreadShares.TakenOver([new(64, 0, 1), new(64, 2, 3)], [0, 32]));
    }

    [Fact]
    public void A_smaller_buffer_is_laid_around_the_middle_of_a_dead_one()
    {
        Lifetime[] buffers = [new(640, 0, 1), new(64, 2, 3)];

        (int[] offsets, int size) = ArenaPacking.Pack(buffers);

        Assert.Equal([0, 288], offsets);
        Assert.Equal(640, size);
    }

    [Theory]
    [InlineData(64, 4)]
    [InlineData(1, 32)]
    public void A_large_arena_may_grow_by_a_quarter_for_threads_to_keep_their_memory_and_a_small_one_by_a_thirty_second(int scale, int part)
    {
        Lifetime[] buffers = [new(320 * scale, 0, 1), new(80 * scale, 1, 5), new(128 * scale, 2, 3), new(80 * scale, 4, 6), new(320 * scale, 6, 7)];

        (int[] offsets, int size) = ArenaPacking.Pack(buffers);

        int bound = ArenaPacking.LowerBound(buffers);
        Assert.InRange(size, bound, bound + (bound / part));
        Assert.Equal(scale > 1, ThreadShares.TakenOver(buffers, offsets) == 0);
    }
}

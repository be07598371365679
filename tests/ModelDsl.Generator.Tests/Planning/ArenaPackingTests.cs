using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Tests.Planning;

public sealed class ArenaPackingTests
{
    [Fact]
    public void Buffers_alive_together_never_overlap()
    {
        Random random = new(7);
        for (int round = 0; round < 200; round++)
        {
            Lifetime[] buffers = [.. Enumerable.Range(0, 12).Select(_ => random.Next(20)).Select(from => new Lifetime(random.Next(1, 200), from, from + random.Next(8)))];
            (int[] offsets, int size) = ArenaPacking.Pack(buffers);
            for (int i = 0; i < buffers.Length; i++)
            {
                Assert.True(offsets[i] + buffers[i].Size <= size);
                for (int j = 0; j < i; j++)
                {
                    bool apart = offsets[i] + buffers[i].Size <= offsets[j] || offsets[j] + buffers[j].Size <= offsets[i];
                    Assert.True(apart || !buffers[i].Overlaps(buffers[j]), $"{i} and {j} overlap in round {round}");
                }
            }

            Assert.True(size >= ArenaPacking.LowerBound(buffers));
        }
    }

    [Fact]
    public void Memory_is_used_again_after_the_last_use()
    {
        (int[] offsets, int size) = ArenaPacking.Pack([new(64, 0, 1), new(64, 2, 3)]);

        Assert.Equal([0, 0], offsets);
        Assert.Equal(64, size);
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

    [Fact]
    public void The_lower_bound_is_the_largest_live_set() =>
        Assert.Equal(96, ArenaPacking.LowerBound([new(64, 0, 2), new(32, 2, 3), new(16, 3, 4)]));
}

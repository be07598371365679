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
}

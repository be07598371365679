using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class ScratchTests
{
    /// <summary>What must lie between the end of a buffer and the next, in bytes.</summary>
    private const nint LeastDistance = 1 << 14;

    private static readonly int[] Slots = [Scratch.Tile, Scratch.AttentionSums, Scratch.AttentionQueries, Scratch.RightPanel];

    [Fact]
    public void Buffers_of_different_threads_lie_far_apart()
    {
        const int bytes = 4096;
        List<nint> starts = [];

        // Slot after slot, so that buffers of the two threads follow one another in memory.
        using Barrier turn = new(2);
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(own => new Thread(() =>
        {
            for (int round = 0; round < 2 * Slots.Length; round++)
            {
                if (round % 2 == own)
                {
                    starts.Add(Rent(Slots[round / 2], bytes));
                }

                turn.SignalAndWait();
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        starts.Sort();
        Assert.Equal(2 * Slots.Length, starts.Count);
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= bytes + LeastDistance, $"{pair.Second - pair.First} bytes apart"));
    }

    [Fact]
    public void Buffers_begin_at_a_line_of_the_cache_and_are_kept()
    {
        nint first = Rent(Scratch.CTCRows, 100);
        Assert.Equal(0, first % 64);
        Assert.Equal(first, Rent(Scratch.CTCRows, 50));
    }

    private static unsafe nint Rent(int slot, nint bytes) => (nint)Scratch.Rent<byte>(slot, bytes);
}

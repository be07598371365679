namespace ModelDsl.Generator.Planning;

/// <summary>
/// Gives buffers offsets in one arena so that none overlaps another that is alive with it. Several orders are tried, each placing a buffer at
/// the lowest gap that holds it; the smallest arena wins. Deterministic: the plan depends on the lifetimes alone.
/// </summary>
internal static class ArenaPacking
{
    /// <summary>Buffers of at least this many elements start at a multiple of it, so that rows of vectors do not straddle cache lines.</summary>
    private const int Alignment = 16;

    public static (int[] Offsets, int Size) Pack(IReadOnlyList<Lifetime> buffers)
    {
        int[] all = [.. Enumerable.Range(0, buffers.Count)];
        int Length(int i) => buffers[i].To - buffers[i].From;
        int[][] orders =
        [
            [.. all.OrderByDescending(i => buffers[i].Size).ThenBy(i => buffers[i].From)],
            [.. all.OrderByDescending(i => (long)buffers[i].Size * (Length(i) + 1)).ThenBy(i => i)],
            [.. all.OrderByDescending(Length).ThenByDescending(i => buffers[i].Size)],
            all,
        ];
        return orders.Select(order => Place(buffers, order)).OrderBy(plan => plan.Size).First();
    }

    /// <summary>The largest sum of sizes alive at once: no plan needs less.</summary>
    public static int LowerBound(IReadOnlyList<Lifetime> buffers) =>
        buffers.Count == 0 ? 0 : buffers.Max(at => buffers.Where(buffer => buffer.From <= at.From && at.From <= buffer.To).Sum(buffer => buffer.Size - buffer.Slack));

    private static (int[] Offsets, int Size) Place(IReadOnlyList<Lifetime> buffers, int[] order)
    {
        int[] offsets = new int[buffers.Count];
        List<int> placed = [];
        int end = 0;
        foreach (int i in order)
        {
            int offset = 0;
            foreach (int other in placed.Where(other => buffers[other].Overlaps(buffers[i])).OrderBy(other => offsets[other]))
            {
                if (offset + buffers[i].Size <= offsets[other])
                {
                    break;
                }

                offset = Align(Math.Max(offset, offsets[other] + buffers[other].Size), buffers[i].Size);
            }

            offsets[i] = offset;
            placed.Add(i);
            end = Math.Max(end, offset + buffers[i].Size);
        }

        return (offsets, end);
    }

    /// <summary>The next place at which rows of vectors do not straddle cache lines.</summary>
    public static int Align(int offset) => (offset + Alignment - 1) / Alignment * Alignment;

    private static int Align(int offset, int size) => size < Alignment ? offset : Align(offset);
}

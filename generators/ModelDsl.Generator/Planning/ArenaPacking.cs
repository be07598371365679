namespace ModelDsl.Generator.Planning;

/// <summary>
/// Gives buffers offsets in one arena so that none overlaps another that is alive with it. Several orders are tried, each placing a buffer at the lowest gap that holds
/// it, or, in an arena that may be a little larger than the smallest so found, where threads write what they have written before. The plan wins that has the least of
/// both: the elements of the arena, and those that a thread takes over from another. Deterministic: it depends on the lifetimes alone.
/// </summary>
internal static class ArenaPacking
{
    /// <summary>Buffers of at least this many elements start at a multiple of it, so that rows of vectors do not straddle cache lines.</summary>
    private const int Alignment = 16;

    /// <summary>The orders, from the first on, in which buffers are placed for threads to keep their memory.</summary>
    private const int OrdersForThreads = 2;

    /// <summary>What an arena may take beyond the smallest, if threads then keep to their own memory: one part of so many. The small part is also what they may take over.</summary>
    private const int SmallPart = 32, LargePart = 4;

    /// <summary>From so many elements of an example on the larger part: a batch of smaller ones changes hands in a few microseconds.</summary>
    private const int LargeArena = 4096;

    public static (int[] Offsets, int Size) Pack(IReadOnlyList<Lifetime> buffers)
    {
        int[][] orders = Orders(buffers);
        (int[] Offsets, int Size, long Cost) best = orders.Select(order => Place(buffers, order, limit: null)).OrderBy(plan => plan.Size).Select(plan => Rated(buffers, plan)).First();
        int smallest = best.Size, little = smallest / SmallPart;
        int[] parts = smallest < LargeArena ? [SmallPart] : [SmallPart, LargePart];
        foreach (int part in parts)
        {
            int limit = smallest + (smallest / part);
            for (int i = 0; i < OrdersForThreads && best.Cost - best.Size > little; i++)
            {
                (int[] Offsets, int Size, long Cost) plan = Rated(buffers, Place(buffers, orders[i], limit));
                best = plan.Size <= limit && plan.Cost < best.Cost ? plan : best;
            }
        }

        return (best.Offsets, best.Size);
    }

    /// <summary>The largest sum of sizes alive at once: no plan needs less.</summary>
    public static int LowerBound(IReadOnlyList<Lifetime> buffers) =>
        buffers.Count == 0 ? 0 : buffers.Max(at => buffers.Where(buffer => buffer.From <= at.From && at.From <= buffer.To).Sum(buffer => buffer.Size - buffer.Slack));

    /// <summary>The next place at which rows of vectors do not straddle cache lines.</summary>
    public static int Align(int offset) => (offset + Alignment - 1) / Alignment * Alignment;

    /// <summary>The last such place up to an offset.</summary>
    public static int AlignDown(int offset) => offset / Alignment * Alignment;

    private static (int[] Offsets, int Size, long Cost) Rated(IReadOnlyList<Lifetime> buffers, (int[] Offsets, int Size) plan) =>
        (plan.Offsets, plan.Size, plan.Size + ThreadShares.TakenOver(buffers, plan.Offsets));

    private static int[][] Orders(IReadOnlyList<Lifetime> buffers)
    {
        int[] all = [.. Enumerable.Range(0, buffers.Count)];
        int Length(int i) => buffers[i].To - buffers[i].From;
        return
        [
            [.. all.OrderByDescending(i => buffers[i].Size).ThenBy(i => buffers[i].From)],
            [.. all.OrderByDescending(i => (long)buffers[i].Size * (Length(i) + 1)).ThenBy(i => i)],
            [.. all.OrderByDescending(Length).ThenByDescending(i => buffers[i].Size)],
            all,
        ];
    }

    /// <param name="buffers">The buffers.</param>
    /// <param name="order">The order in which they are placed.</param>
    /// <param name="limit">Where the arena should end, if buffers are to be placed for threads to keep their memory; null to place each as low as it can be.</param>
    private static (int[] Offsets, int Size) Place(IReadOnlyList<Lifetime> buffers, int[] order, int? limit)
    {
        int[] offsets = new int[buffers.Count];
        List<int> placed = [];
        List<ArenaSpan> taken = [];
        HashSet<ArenaSpan> before = [];
        int end = 0;
        foreach (int i in order)
        {
            taken.Clear();
            before.Clear();
            foreach (int other in placed)
            {
                ArenaSpan span = new(offsets[other], buffers[other].Size);
                if (buffers[other].Overlaps(buffers[i]))
                {
                    taken.Add(span);
                }
                else if (limit is not null)
                {
                    before.Add(span);
                }
            }

            List<ArenaSpan> gaps = Gaps(buffers[i].Size, taken);
            offsets[i] = limit is { } last ? OwnPlace.Find(buffers[i].Size, gaps, last, before) : gaps[0].Start;
            placed.Add(i);
            end = Math.Max(end, offsets[i] + buffers[i].Size);
        }

        return (offsets, end);
    }

    /// <summary>The gaps that hold so many elements, between what is taken and behind it, where there is no end.</summary>
    private static List<ArenaSpan> Gaps(int size, List<ArenaSpan> taken)
    {
        List<ArenaSpan> gaps = [];
        int start = 0;
        taken.Sort((left, right) => left.Start.CompareTo(right.Start));
        foreach (ArenaSpan next in taken)
        {
            if (start + size <= next.Start)
            {
                gaps.Add(new ArenaSpan(start, next.Start - start));
            }

            start = Math.Max(start, Align(next.End, size));
        }

        gaps.Add(new ArenaSpan(start, int.MaxValue - start));
        return gaps;
    }

    private static int Align(int offset, int size) => size < Alignment ? offset : Align(offset);
}

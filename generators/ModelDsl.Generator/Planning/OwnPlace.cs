namespace ModelDsl.Generator.Planning;

/// <summary>Where to lay a buffer so that each thread writes what it has written before.</summary>
internal static class OwnPlace
{
    /// <summary>Places tried for a buffer, from the lowest on.</summary>
    private const int MostCandidates = 64;

    /// <summary>
    /// The place at which threads take over the least from each other: like that of a buffer before, or around its middle, or at one end of a gap; the lowest of them.
    /// Where no gap below <paramref name="limit"/> holds the buffer, it is the lowest gap of all.
    /// </summary>
    public static int Find(int size, List<ArenaSpan> gaps, int limit, HashSet<ArenaSpan> before)
    {
        (int best, long least) = (gaps[0].Start, long.MaxValue);
        foreach (int start in Candidates(size, gaps, limit, before))
        {
            ArenaSpan own = new(start, size);
            long takenOver = 0;
            foreach (ArenaSpan span in before)
            {
                takenOver += own.TakenOver(span);
            }

            if (takenOver < least)
            {
                (best, least) = (start, takenOver);
            }

            if (takenOver == 0)
            {
                break;
            }
        }

        return best;
    }

    private static IEnumerable<int> Candidates(int size, List<ArenaSpan> gaps, int limit, HashSet<ArenaSpan> before)
    {
        List<ArenaSpan> within = [.. gaps.Select(gap => gap.Until(limit)).Where(gap => gap.Length >= size)];
        List<int> starts = [];
        void Try(int start)
        {
            if (within.Exists(gap => gap.Start <= start && start + size <= gap.End))
            {
                starts.Add(start);
            }
        }

        foreach (ArenaSpan gap in within)
        {
            Try(gap.Start);
            Try(ArenaPacking.AlignDown(gap.End - size));
        }

        foreach (ArenaSpan span in before)
        {
            Try(ArenaPacking.AlignDown(span.Start));
            Try(ArenaPacking.AlignDown(span.Middle - (size / 2)));
            Try(ArenaPacking.AlignDown(span.End - size));
        }

        starts.Sort();
        return starts.Distinct().Take(MostCandidates);
    }
}

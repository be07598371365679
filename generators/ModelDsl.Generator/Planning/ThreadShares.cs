namespace ModelDsl.Generator.Planning;

/// <summary>
/// Which of two threads writes where. Loops are cut at the same examples, so the first thread writes the first half of each buffer and the second the other. Memory
/// that is used again should fall to the thread that has it in its cache: cores need not share one, and then a line that the other has written comes slowly.
/// </summary>
internal static class ThreadShares
{
    /// <summary>The elements that a thread writes in a step where the other has written last.</summary>
    public static long TakenOver(IReadOnlyList<Lifetime> buffers, int[] offsets)
    {
        ArenaSpan[] spans = [.. buffers.Select((buffer, i) => new ArenaSpan(offsets[i], buffer.Size))];
        int[] cuts = [.. spans.SelectMany(span => new[] { span.Start, span.Middle, span.End }).Distinct().OrderBy(cut => cut)];
        int[] writers = new int[cuts.Length];
        ArenaSpan[] inTime = [.. Enumerable.Range(0, buffers.Count).OrderBy(i => buffers[i].From).Select(i => spans[i])];

        // The first pass tells what a step finds that the one before has left.
        Pass(inTime, cuts, writers);
        return Pass(inTime, cuts, writers);
    }

    private static long Pass(ArenaSpan[] inTime, int[] cuts, int[] writers)
    {
        long takenOver = 0;
        foreach (ArenaSpan span in inTime)
        {
            for (int i = Array.BinarySearch(cuts, span.Start); cuts[i] < span.End; i++)
            {
                int writer = cuts[i] < span.Middle ? 1 : 2;
                takenOver += writers[i] == 0 || writers[i] == writer ? 0 : cuts[i + 1] - cuts[i];
                writers[i] = writer;
            }
        }

        return takenOver;
    }
}

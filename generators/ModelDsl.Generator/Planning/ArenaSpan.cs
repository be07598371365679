namespace ModelDsl.Generator.Planning;

/// <summary>A part of an arena. Of two threads, each writes one half of a buffer that lies there, the half of its examples.</summary>
/// <param name="Start">The first element.</param>
/// <param name="Length">How many there are.</param>
internal readonly record struct ArenaSpan(int Start, int Length)
{
    public int End => Start + Length;

    public int Middle => Start + (Length / 2);

    /// <summary>What of it ends before a limit.</summary>
    public ArenaSpan Until(int limit) => End <= limit ? this : new ArenaSpan(Start, Math.Max(0, limit - Start));

    /// <summary>The elements that lie in the first half of one of two spans and in the second half of the other.</summary>
    public long TakenOver(ArenaSpan other) => Math.Max(
        0,
        Math.Min(Math.Max(Middle, other.Middle), Math.Min(End, other.End)) - Math.Max(Math.Min(Middle, other.Middle), Math.Max(Start, other.Start)));
}

namespace ModelDsl.Generator.Planning;

/// <summary>A buffer before it has a place.</summary>
/// <param name="Size">Its elements.</param>
/// <param name="From">The first region at which it is alive.</param>
/// <param name="To">The last.</param>
/// <param name="Slack">What of its size another plan could spare: memory of a loop's turn, packed less tightly than its largest live set.</param>
internal sealed record Lifetime(int Size, int From, int To, int Slack = 0)
{
    public bool Overlaps(Lifetime other) => From <= other.To && other.From <= To;
}

namespace ModelDsl.Generator.Planning;

/// <summary>A buffer before it has a place: its size and the regions between which it is alive, both included.</summary>
internal sealed record Lifetime(int Size, int From, int To)
{
    public bool Overlaps(Lifetime other) => From <= other.To && other.From <= To;
}

namespace QualityInspection;

/// <summary>What is wrong with a part, if anything. The numbers are the network's classes.</summary>
internal enum Condition
{
    /// <summary>Nothing.</summary>
    Good,

    /// <summary>A thin line, scored into the surface.</summary>
    Scratch,

    /// <summary>A hollow, seen by its light and shadow.</summary>
    Dent,

    /// <summary>A spot of another colour.</summary>
    Stain,
}

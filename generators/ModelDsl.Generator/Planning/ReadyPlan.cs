using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>What a program needs of its weights alone and so has ready for all its runs: values that are computed once, and weights in the order in which kernels read them.</summary>
/// <param name="PreparedSize">Elements of the values; in a loop, those of one turn.</param>
/// <param name="PackedSize">Elements of the packed weights.</param>
/// <param name="Packed">Where the weights of a region's product or convolution are packed.</param>
/// <param name="Turns">Where the stretches of a loop's turns lie, by the loop's region: those of prepared values and those of packed weights.</param>
internal sealed record ReadyPlan(
    int PreparedSize, int PackedSize, IReadOnlyDictionary<Region, int> Packed, IReadOnlyDictionary<Region, (Stretch Prepared, Stretch Packed)> Turns)
{
    /// <summary>Nothing is ready.</summary>
    public static ReadyPlan Empty { get; } = new(0, 0, new Dictionary<Region, int>(), new Dictionary<Region, (Stretch, Stretch)>());

    /// <summary>Whether packed weights are read even for a single example.</summary>
    public bool PacksForOne { get; init; }

    /// <summary>The sizes, where there are any.</summary>
    public override string ToString() => PreparedSize + PackedSize > 0 ? $", prepared {PreparedSize}, packed {PackedSize}" : string.Empty;
}

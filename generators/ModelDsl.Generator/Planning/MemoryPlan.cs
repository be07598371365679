using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>Where each stored value of a program lies.</summary>
/// <param name="Program">The program.</param>
/// <param name="Buffers">The place of each stored value.</param>
/// <param name="ArenaSize">Elements of the arena per example.</param>
/// <param name="ArenaLowerBound">The largest live set, per example.</param>
/// <param name="FixedSize">Elements of the arena that does not grow with the batch.</param>
internal sealed record MemoryPlan(
    FusedProgram Program, IReadOnlyDictionary<Value, Buffer> Buffers, int ArenaSize, int ArenaLowerBound, int FixedSize)
{
    /// <summary>The plan's stable text.</summary>
    public override string ToString() =>
        $"arena {ArenaSize} (lower bound {ArenaLowerBound}), fixed {FixedSize}\n"
        + string.Concat(Buffers.OrderBy(entry => entry.Key.Id).Select(entry => $"%{entry.Key.Id} at {entry.Value.Home.ToString().ToLowerInvariant()} {entry.Value.Offset}..{entry.Value.Offset + entry.Value.Size}\n"));
}

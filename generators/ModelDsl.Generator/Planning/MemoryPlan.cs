using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>Where each stored value of a program lies.</summary>
/// <param name="Program">The program.</param>
/// <param name="Buffers">The place of each stored value.</param>
/// <param name="ArenaSize">Elements of the arena per example.</param>
/// <param name="ArenaLowerBound">The largest live set, per example.</param>
/// <param name="FixedSize">Elements of the arena that does not grow with the batch.</param>
/// <param name="Bodies">The plans of the loops in it, each for one turn.</param>
/// <param name="Scratch">The memory that a loop's turns work in, by the loop's region.</param>
internal sealed record MemoryPlan(
    FusedProgram Program,
    IReadOnlyDictionary<Value, Buffer> Buffers,
    int ArenaSize,
    int ArenaLowerBound,
    int FixedSize,
    IReadOnlyDictionary<LoopBody, MemoryPlan> Bodies,
    IReadOnlyDictionary<Region, (Buffer Arena, Buffer Fixed)> Scratch)
{

    /// <summary>Elements per example that a turn of a loop keeps for its gradient.</summary>
    public int KeptSize { get; init; }

    /// <summary>Elements that a turn of a loop keeps of the whole batch.</summary>
    public int KeptFixedSize { get; init; }

    /// <summary>What is computed and packed once for all runs.</summary>
    public ReadyPlan Ready { get; init; } = ReadyPlan.Empty;

    /// <summary>The plan's stable text.</summary>
    public override string ToString() =>
        $"arena {ArenaSize} (lower bound {ArenaLowerBound}), fixed {FixedSize}{(KeptSize + KeptFixedSize > 0 ? $", kept {KeptSize} and {KeptFixedSize}" : string.Empty)}{Ready}\n"
        + string.Concat(Buffers.OrderBy(entry => entry.Key.Id).Select(entry => $"%{entry.Key.Id} at {entry.Value.Home.ToString().ToLowerInvariant()} {entry.Value.Offset}..{entry.Value.Offset + entry.Value.Size}\n"))
        + string.Concat(Bodies.Select(body => $"turn of {body.Key.Name}: {body.Value}"));
}

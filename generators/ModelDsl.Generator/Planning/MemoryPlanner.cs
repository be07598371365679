using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>Decides where each stored value lies: results in their own arrays, everything else in the arenas, memory being used again as soon as its value is no longer read.</summary>
internal sealed class MemoryPlanner
{
    private readonly FusedProgram program;
    private readonly int elementBytes;
    private readonly Dictionary<Value, Buffer> buffers;
    private readonly Dictionary<LoopBody, MemoryPlan> bodies;
    private readonly LiveRanges ranges;

    private MemoryPlanner(FusedProgram program, IReadOnlyDictionary<Value, Buffer> homes, int elementBytes)
    {
        this.program = program;
        this.elementBytes = elementBytes;
        ranges = new LiveRanges(program);
        buffers = ranges.Stored.Where(homes.ContainsKey).ToDictionary(value => value, value => homes[value]);
        bodies = program.Bodies.ToDictionary(body => body.Key, body => new MemoryPlanner(body.Value, homes, elementBytes).Run(isTurn: true));
    }

    /// <param name="program">The program.</param>
    /// <param name="homes">The results that have an array of their own, with their place in it; those of loops' turns too.</param>
    /// <param name="elementBytes">The bytes of an arena's element.</param>
    public static MemoryPlan Plan(FusedProgram program, IReadOnlyDictionary<Value, Buffer> homes, int elementBytes) =>
        new MemoryPlanner(program, homes, elementBytes).Run(isTurn: false);

    private MemoryPlan Run(bool isTurn)
    {
        ReadyPlan ready = ReadyPlanner.Plan(program, bodies, buffers, elementBytes);
        List<List<Value>> batched = ShareInPlace([.. ranges.Stored.Where(value => value.Type.IsBatched && !buffers.ContainsKey(value))]);
        List<List<Value>> fixedOnes = [.. ranges.Stored.Where(value => !value.Type.IsBatched && !buffers.ContainsKey(value)).Select(value => new List<Value> { value })];
        int kept = isTurn ? Keep(batched, Home.Kept) : 0, keptFixed = isTurn ? Keep(fixedOnes, Home.KeptFixed) : 0;
        Region[] loops = [.. program.Regions.Where(region => region.LoopBody is not null)];
        (int arena, int bound, Buffer[] turns) = Assign(batched, Home.Arena, [.. loops.Select(Turn)]);
        (int fixedSize, _, Buffer[] fixedTurns) = Assign(fixedOnes, Home.Fixed, [.. loops.Select(loop => At(loop, bodies[loop.LoopBody!].FixedSize))]);
        Dictionary<Region, (Buffer, Buffer)> scratch = Enumerable.Range(0, loops.Length).ToDictionary(i => loops[i], i => (turns[i], fixedTurns[i]));
        return new MemoryPlan(program, buffers, arena, bound, fixedSize, bodies, scratch)
        {
            KeptSize = kept,
            KeptFixedSize = keptFixed,
            Ready = ready,
        };
    }

    /// <summary>The memory of a loop's turn, and what its turns hand to each other.</summary>
    private Lifetime Turn(Region loop)
    {
        MemoryPlan body = bodies[loop.LoopBody!];
        return At(loop, body.ArenaSize + (Exchanges(loop) * (int)loop.LoopBody!.Input.Type.Size), body.ArenaSize - body.ArenaLowerBound);
    }

    /// <summary>
    /// How many buffers of the size of a loop's result its turns hand on what no one else needs: one to and fro, with the result as the other, where it
    /// runs forward and nothing is kept; two in reverse, or as many as there are turns before the last.
    /// </summary>
    private static int Exchanges(Region loop) => loop.Anchor!.Operation is LoopGradient gradient
        ? Math.Min(2, gradient.Body.Count - (loop.Stores.Contains(loop.Anchor) ? 1 : 0))
        : loop.Companions.Any(part => part.Operation is LoopPart { Kind: LoopPartKind.Chain }) ? 0 : 1;

    private Lifetime At(Region region, int size, int slack = 0) => new(size, ranges.IndexOf(region), ranges.IndexOf(region), slack);

    /// <summary>
    /// Values that share memory: an element-wise region writes over an operand that it reads for the last time, element by element. (The
    /// epilogue of a product does not: the product is written before the epilogue reads.)
    /// </summary>
    private List<List<Value>> ShareInPlace(Value[] stored)
    {
        Dictionary<Value, List<Value>> shared = stored.ToDictionary(value => value, value => new List<Value> { value });
        for (int i = 0; i < program.Regions.Count; i++)
        {
            Region region = program.Regions[i];
            if (region.Anchor is not null)
            {
                continue;
            }

            List<Value> dying = [.. region.Reads.Where(value => shared.ContainsKey(value) && ranges.LastUse(value) == i && value.Type.Size == region.Iteration.Size)];
            foreach (Value result in region.Stores.Where(value => shared.ContainsKey(value) && value.Type.Size == region.Iteration.Size && value.Operation.ElementWise is not null).Take(dying.Count).ToArray())
            {
                Value operand = dying[0];
                dying.RemoveAt(0);
                shared[operand].AddRange(shared[result]);
                shared[result] = shared[operand];
            }
        }

        return [.. shared.Values.Distinct()];
    }

    /// <summary>Takes what a turn's forward pass leaves to its gradient out of the groups, and gives it places one behind the other.</summary>
    /// <returns>Where the last ends.</returns>
    private int Keep(List<List<Value>> groups, Home home)
    {
        int end = 0;
        foreach (List<Value> group in groups.Where(ranges.AreKept).ToArray())
        {
            int size = SizeOf(group[0]);
            group.ForEach(value => buffers[value] = new Buffer(home, end, size));
            end = ArenaPacking.Align(end + size);
            groups.Remove(group);
        }

        return end;
    }

    private (int Size, int LowerBound, Buffer[] Extra) Assign(List<List<Value>> groups, Home home, Lifetime[] extra)
    {
        Lifetime[] lifetimes = [.. groups.Select(group => ranges.Of(group, SizeOf(group[0]))), .. extra];
        (int[] offsets, int size) = ArenaPacking.Pack(lifetimes);
        for (int i = 0; i < groups.Count; i++)
        {
            groups[i].ForEach(value => buffers[value] = new Buffer(home, offsets[i], lifetimes[i].Size));
        }

        Buffer[] places = [.. extra.Select((lifetime, i) => new Buffer(home, offsets[groups.Count + i], lifetime.Size))];
        return (size, ArenaPacking.LowerBound(lifetimes), places);
    }

    private int SizeOf(Value value) => checked(value.Operation switch
    {
        LoopPart { Kind: LoopPartKind.Chain } part => (part.Body.Count - 1) * (int)part.Body.Output.Type.Size,
        LoopPart { Kind: LoopPartKind.Kept } part => part.Body.Count * bodies[part.Body].KeptSize,
        LoopPart { Kind: LoopPartKind.KeptFixed } part => part.Body.Count * bodies[part.Body].KeptFixedSize,
        _ => value.Type.ArenaElements(elementBytes),
    });
}

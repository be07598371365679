using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>Decides where each stored value lies: results in their own arrays, everything else in the arenas, memory being used again as soon as its value is no longer read.</summary>
internal static class MemoryPlanner
{
    /// <param name="program">The program.</param>
    /// <param name="homes">The results that have an array of their own, with their place in it.</param>
    /// <param name="elementBytes">The bytes of an arena's element.</param>
    public static MemoryPlan Plan(FusedProgram program, IReadOnlyDictionary<Value, Buffer> homes, int elementBytes)
    {
        Dictionary<Value, Buffer> buffers = homes.ToDictionary(entry => entry.Key, entry => entry.Value);
        Value[] stored = [.. program.Regions.SelectMany(region => region.Stores).Where(value => !homes.ContainsKey(value))];
        List<List<Value>> batched = ShareInPlace(program, [.. stored.Where(value => value.Type.IsBatched)]);
        List<List<Value>> fixedOnes = [.. stored.Where(value => !value.Type.IsBatched).Select(value => new List<Value> { value })];
        (int arena, int bound) = Assign(program, batched, Home.Arena, buffers, elementBytes);
        (int fixedSize, _) = Assign(program, fixedOnes, Home.Fixed, buffers, elementBytes);
        return new MemoryPlan(program, buffers, arena, bound, fixedSize);
    }

    /// <summary>
    /// Values that share memory: an element-wise region writes over an operand that it reads for the last time, element by element. (The
    /// epilogue of a product does not: the product is written before the epilogue reads.)
    /// </summary>
    private static List<List<Value>> ShareInPlace(FusedProgram program, Value[] stored)
    {
        Dictionary<Value, List<Value>> shared = stored.ToDictionary(value => value, value => new List<Value> { value });
        for (int i = 0; i < program.Regions.Count; i++)
        {
            Region region = program.Regions[i];
            if (region.Anchor is not null)
            {
                continue;
            }

            List<Value> dying = [.. region.Reads.Where(value => shared.ContainsKey(value) && LastUse(program, value) == i && value.Type.Size == region.Iteration.Size)];
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

    private static (int Size, int LowerBound) Assign(FusedProgram program, List<List<Value>> groups, Home home, Dictionary<Value, Buffer> buffers, int elementBytes)
    {
        Lifetime[] lifetimes = [.. groups.Select(group => new Lifetime(
            group[0].Type.ArenaElements(elementBytes), group.Min(value => Birth(program, value)), group.Max(value => LastUse(program, value))))];
        (int[] offsets, int size) = ArenaPacking.Pack(lifetimes);
        for (int i = 0; i < groups.Count; i++)
        {
            foreach (Value value in groups[i])
            {
                buffers[value] = new Buffer(home, offsets[i], lifetimes[i].Size);
            }
        }

        return (size, ArenaPacking.LowerBound(lifetimes));
    }

    private static int Birth(FusedProgram program, Value value) => program.Regions.ToList().FindIndex(region => region.Stores.Contains(value));

    private static int LastUse(FusedProgram program, Value value) =>
        program.Results.Any(result => Fusion.Resolve(result.Value) == value)
            ? program.Regions.Count
            : program.Regions.ToList().FindLastIndex(region => region.Reads.Contains(value) || region.Stores.Contains(value));
}

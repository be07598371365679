using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>Gives what is ready for all runs of a program its places, one behind the other: none is ever used again.</summary>
internal sealed class ReadyPlanner
{
    private readonly Dictionary<Region, int> packed = [];
    private readonly Dictionary<Region, (Stretch Prepared, Stretch Packed)> turns = [];
    private int preparedEnd;
    private int packedEnd;

    private ReadyPlanner()
    {
    }

    /// <param name="program">The program.</param>
    /// <param name="bodies">The plans of its loops' turns.</param>
    /// <param name="buffers">The places of its values, which those that are prepared are added to.</param>
    /// <param name="elementBytes">The bytes of an element.</param>
    public static ReadyPlan Plan(FusedProgram program, IReadOnlyDictionary<LoopBody, MemoryPlan> bodies, Dictionary<Value, Buffer> buffers, int elementBytes)
    {
        if (!program.IsPrepared)
        {
            return ReadyPlan.Empty;
        }

        ReadyPlanner planner = new();
        foreach (Value value in program.Regions.Take(program.PreparedRegionCount).SelectMany(region => region.Stores))
        {
            int size = (int)value.Type.Size;
            buffers.Add(value, new Buffer(Home.Prepared, planner.preparedEnd, size));
            planner.preparedEnd = ArenaPacking.Align(planner.preparedEnd + size);
        }

        bool packsForOne = false;
        foreach (Region region in program.Regions)
        {
            if (region.LoopBody is { } body)
            {
                planner.AddTurns(region, body.Count, bodies[body].Ready);
                packsForOne |= bodies[body].Ready.PacksForOne;
            }
            else if (PackedWeights.Of(region) is { } weights && IsReady(weights.Value, buffers))
            {
                planner.packed.Add(region, planner.packedEnd);
                planner.packedEnd = checked(planner.packedEnd + weights.Room(elementBytes));
                packsForOne |= weights.ForOne;
            }
        }

        return new ReadyPlan(planner.preparedEnd, planner.packedEnd, planner.packed, planner.turns) { PacksForOne = packsForOne };
    }

    private static bool IsReady(Value value, IReadOnlyDictionary<Value, Buffer> buffers) =>
        value.Resolved.Operation is Parameter || (buffers.TryGetValue(value.Resolved, out Buffer place) && place.Home == Home.Prepared);

    private void AddTurns(Region region, int count, ReadyPlan turn)
    {
        turns.Add(region, (new Stretch(preparedEnd, turn.PreparedSize), new Stretch(packedEnd, turn.PackedSize)));
        preparedEnd = checked(preparedEnd + (count * turn.PreparedSize));
        packedEnd = checked(packedEnd + (count * turn.PackedSize));
    }
}

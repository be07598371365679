using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Costs;

/// <summary>
/// The activations that a training step keeps, by layer and in elements of one example: what the forward pass leaves in the arena and the backward pass reads.
/// Those in a loop are of one turn.
/// </summary>
internal sealed class KeptActivations
{
    private readonly int elementBytes;
    private readonly Dictionary<string, long> elements = [];

    private KeptActivations(int elementBytes) => this.elementBytes = elementBytes;

    /// <param name="training">The plan of the training step.</param>
    /// <param name="loss">The end of the forward pass.</param>
    /// <param name="elementBytes">The bytes of an arena's element.</param>
    public static Dictionary<string, long> Of(MemoryPlan training, Value loss, int elementBytes)
    {
        KeptActivations kept = new(elementBytes);
        kept.Add(training, training.Program.Regions.ToLookup(region => region.IsForward(loss)), Home.Arena);
        return kept.elements;
    }

    private void Add(MemoryPlan plan, ILookup<bool, Region> isForward, Home home)
    {
        HashSet<Value> read = [.. isForward[false].SelectMany(region => region.Reads)];
        foreach (Value value in isForward[true].SelectMany(region => region.Stores).Where(value => read.Contains(value) && plan.Buffers[value].Home == home))
        {
            Add(plan, value);
        }
    }

    private void Add(MemoryPlan plan, Value value)
    {
        switch (value.Operation)
        {
            case LoopPart { Kind: LoopPartKind.Kept } part:
                MemoryPlan turn = plan.Bodies[part.Body];
                Region[] forward = [.. turn.Program.Regions.Take(turn.Program.FirstRegionCount)];
                Add(turn, turn.Program.Regions.ToLookup(forward.Contains), Home.Kept);
                break;
            case LoopPart { Kind: LoopPartKind.Chain } part:
                Add(part.Body.Name, (part.Body.Count - 1) * part.Body.Output.Type.Size);
                break;
            case Loop loop:
                Add(loop.Body.Name, value.Type.Size);
                break;
            default:
                Add(value.Layer, value.Type.ArenaElements(elementBytes));
                break;
        }
    }

    private void Add(string layer, long count)
    {
        elements.TryGetValue(layer, out long known);
        elements[layer] = known + count;
    }
}

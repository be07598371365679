using ModelDsl.Generator.Emission;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;
using static ModelDsl.Generator.Tests.Models;

namespace ModelDsl.Generator.Tests.Planning;

public sealed class MemoryPlannerTests
{
    [Fact]
    public void Values_alive_together_never_share_memory()
    {
        MemoryPlan plan = Compile().Training!.Plan;
        IReadOnlyList<Region> regions = plan.Program.Regions;
        for (int i = 0; i < regions.Count; i++)
        {
            Value[] alive = [.. plan.Buffers.Keys.Where(value => IsAlive(regions, value, i) && plan.Buffers[value].Home == Home.Arena)];
            foreach (Value left in alive)
            {
                Assert.DoesNotContain(alive, right => right != left && !IsInPlace(regions[i], left, right) && Overlap(plan.Buffers[left], plan.Buffers[right]));
            }
        }
    }

    [Fact]
    public void The_arena_is_close_to_its_lower_bound()
    {
        CompiledModel model = Compile();

        Assert.All([model.Training!.Plan, model.Inference.Plan], plan => Assert.InRange(plan.ArenaSize, plan.ArenaLowerBound, plan.ArenaLowerBound * 1.05));
    }

    [Fact]
    public void Gradients_are_written_where_they_belong()
    {
        CompiledModel model = Compile();

        Assert.Equal(
            model.Network.Parameters.Select(parameter => (parameter.Offset, (int)parameter.Spec.Shape.Size)),
            model.Training!.Plan.Buffers.Values.Where(buffer => buffer.Home == Home.Gradients).Select(buffer => (buffer.Offset, buffer.Size)).Order());
    }

    [Fact]
    public void The_plan_is_deterministic() => Assert.Equal(Compile().Training!.Plan.ToString(), Compile().Training!.Plan.ToString());

    private static CompiledModel Compile()
    {
        ModelDsl.Generator.Parsing.LayerSpec[] layers =
        [
            Input(20), Dense(64), Layer("GELU"), Layer("Dropout", ("rate", 0.3)), Dense(48), Layer("ReLU"), Dense(32), Layer("SiLU"), Dense(10),
            Layer("Softmax"), Layer("CrossEntropyLoss"),
        ];
        return ModelCompiler.Compile(Model(layers), Network(layers));
    }

    private static bool IsAlive(IReadOnlyList<Region> regions, Value value, int region) =>
        regions.Take(region + 1).Any(earlier => earlier.Stores.Contains(value)) && regions.Skip(region).Any(later => later.Reads.Contains(value) || later.Stores.Contains(value));

    /// <summary>An element-wise region may write over what it reads for the last time.</summary>
    private static bool IsInPlace(Region region, Value left, Value right) =>
        region.Anchor is null && ((region.Stores.Contains(left) && region.Reads.Contains(right)) || (region.Stores.Contains(right) && region.Reads.Contains(left)));

    private static bool Overlap(ModelDsl.Generator.Planning.Buffer left, ModelDsl.Generator.Planning.Buffer right) =>
        left.Offset < right.Offset + right.Size && right.Offset < left.Offset + left.Size;
}

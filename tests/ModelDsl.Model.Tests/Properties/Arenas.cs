using ModelDsl.CompiledTests.Models;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>The memory of a step beside the least that any plan could need.</summary>
public sealed class Arenas
{
    [Fact]
    public void A_residual_networks_training_step_takes_at_most_a_twentieth_more_than_its_largest_live_set()
    {
        ExecutionPlan plan = new ResNet20(seed: 1).Definition.Training!;

        Assert.InRange(plan.ArenaPerExample, plan.ArenaLowerBound, plan.ArenaLowerBound * 1.05);
    }
}

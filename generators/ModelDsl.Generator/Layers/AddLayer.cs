using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>The sum of what its blocks give.</summary>
internal sealed class AddLayer : ParallelKind
{
    public override string Name => "Add";

    public override Shape? Join(LayerContext context, IReadOnlyList<Shape> branches)
    {
        if (branches.All(branches[0].Equals))
        {
            return branches[0];
        }

        Disagree(context, branches, "What is added has one shape: change the blocks until all give the same.");
        return null;
    }

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering) =>
        branches.Skip(1).Aggregate(branches[0], (sum, branch) => lowering.Graph.Map(Add(Arg(0), Arg(1)), sum, branch));
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x + F(x): a block around which its input is led.</summary>
internal sealed class ResidualLayer : ParallelKind
{
    public override string Name => "Residual";

    public override bool HasSkip => true;

    public override Shape? Join(LayerContext context, IReadOnlyList<Shape> branches)
    {
        if (branches[0].Equals(context.Input))
        {
            return context.Input;
        }

        string block = context.Spec.Blocks[0].Name;
        context.Report(
            RuleIds.BranchesDisagree,
            $"{Called(context.Spec)}: {block} gives {branches[0]}, but its input {context.Input} is added to that.\nChange {block}, or use Add<{block}, …> with a block that gives the input the same shape.");
        return null;
    }

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering) => lowering.Graph.Map(Add(Arg(0), Arg(1)), branches[0], branches[1]);
}

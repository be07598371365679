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
            $"{Called(context.Spec)}: {block} gives {branches[0]}, but its input {context.Input} is added to that.\n"
            + $"{Change(block, context.Input, branches[0])}, or use Add<{block}, …> with a block that gives the input the same shape.");
        return null;
    }

    /// <summary>What most likely has to change in the block.</summary>
    private static string Change(string block, Shape input, Shape output) =>
        output.Rank == input.Rank && output.Leading.Equals(input.Leading) ? $"Let {block} end with a width of {input.Columns}"
        : output.Rank == input.Rank && output.Columns == input.Columns ? $"Write Padding = Padding.Same and no strides in {block}"
        : $"Change {block}";

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering) => lowering.Graph.Map(Add(Arg(0), Arg(1)), branches[0], branches[1]);
}

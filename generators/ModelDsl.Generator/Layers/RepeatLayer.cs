using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A block several times in a row.</summary>
internal sealed class RepeatLayer : CombinatorKind
{
    public override string Name => "Repeat";

    public static int Count(LayerSpec spec) => spec.Get("count", 1);

    /// <summary>Whether the number of turns is one; a report where not.</summary>
    public static bool HasCount(LayerContext context)
    {
        if (Count(context.Spec) >= 1)
        {
            return true;
        }

        context.Report(RuleIds.NonPositiveSize, $"{Called(context.Spec)}: {Count(context.Spec)} turns, but a block is repeated at least once.\nUse a positive number.", "count", "set 1");
        return false;
    }

    /// <summary>Whether what the block gives fits the next turn; a report where not.</summary>
    public static bool Closes(LayerContext context, Shape output)
    {
        if (Count(context.Spec) == 1 || output.Equals(context.Input))
        {
            return true;
        }

        string block = context.Spec.Blocks[0].Name;
        context.Report(RuleIds.BranchesDisagree, $"{Called(context.Spec)}: {block} turns {context.Input} into {output}, which the next turn does not get.\nA repeated block gives the shape that it gets: change {block}, or use it once.");
        return false;
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>What its blocks give, one behind the other along an axis.</summary>
internal sealed class ConcatenateLayer : ParallelKind
{
    public override string Name => "Concatenate";

    public override Shape? Join(LayerContext context, IReadOnlyList<Shape> branches)
    {
        Shape first = branches[0];
        int written = context.Spec.Get("Axis", -1), axis = Axis(context.Spec, first);
        if (axis < 0 || axis >= first.Rank)
        {
            context.Report(RuleIds.BadArgument, $"{Called(context.Spec)}: Axis is {written}, but {first} has the axes 0 to {first.Rank - 1}.\nUse one of them, or -1 for the last.", "Axis", "set -1");
            return null;
        }

        if (Agree(branches, axis))
        {
            return first.With(axis, (int)Math.Min(int.MaxValue, branches.Sum(branch => (long)branch[axis])));
        }

        int other = Enumerable.Range(0, first.Rank).Where(i => Agree(branches, i)).Append(-1).First();
        (string need, string remedy) = other < 0
            ? ($"Blocks that are joined along axis {axis} agree in all others: change them.", string.Empty)
            : ($"They agree in all axes but axis {other}: use Axis = {other}, or change the blocks.", $"argument Axis = {other}");
        Disagree(context, branches, need, remedy);
        return null;
    }

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering) =>
        lowering.Graph.Concatenate(branches, Axis(spec, branches[0].Type.Shape));

    /// <summary>Whether the branches have the same sizes along all axes but one.</summary>
    private static bool Agree(IReadOnlyList<Shape> branches, int but) =>
        branches.All(branch => branch.Rank == branches[0].Rank && branch.With(but, 0).Equals(branches[0].With(but, 0)));

    private static int Axis(LayerSpec spec, Shape shape) => spec.Get("Axis", -1) is var axis && axis == -1 ? shape.Rank - 1 : axis;
}

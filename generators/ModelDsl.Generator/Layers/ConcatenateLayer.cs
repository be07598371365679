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

        if (branches.All(branch => branch.Rank == first.Rank && branch.With(axis, 0).Equals(first.With(axis, 0))))
        {
            return first.With(axis, (int)Math.Min(int.MaxValue, branches.Sum(branch => (long)branch[axis])));
        }

        Disagree(context, branches, $"What is put one behind the other agrees in all axes but axis {axis}: change the blocks, or Axis.");
        return null;
    }

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering) =>
        lowering.Graph.Concatenate(branches, Axis(spec, branches[0].Type.Shape));

    private static int Axis(LayerSpec spec, Shape shape) => spec.Get("Axis", -1) is var axis && axis == -1 ? shape.Rank - 1 : axis;
}

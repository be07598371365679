using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The axes in another order.</summary>
internal sealed class PermuteLayer : TransformKind
{
    public override string Name => "Permute";

    public override string Stem => "permute";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context)
    {
        int[] axes = Axes(context.Spec);
        int rank = context.Input.Rank;
        if (axes.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(1, rank)))
        {
            return new Shape([.. axes.Select(axis => context.Input[axis - 1])]);
        }

        string example = string.Join(", ", Enumerable.Range(1, rank).Reverse());
        context.Report(RuleIds.NoPermutation, $"Permute: {new Shape(axes)} is no order of the {rank} {(rank == 1 ? "axis" : "axes")} of its input {context.Input}.\nWrite each number from 1 to {rank} once, such as Permute({example}).", "axes");
        return null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.Transpose(input, [.. Axes(spec).Select(axis => axis - 1)]);

    private static int[] Axes(LayerSpec spec) => spec.Get("axes", default(EquatableArray<int>)).ToArray();
}

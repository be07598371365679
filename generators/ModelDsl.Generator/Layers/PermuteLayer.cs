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

        int[] example = [.. Enumerable.Range(1, rank).Reverse()];
        int[]? meant = Meant(axes, rank) ?? (rank == 2 ? example : null);
        context.Report(RuleIds.NoPermutation, $"Permute: {new Shape(axes)} is no order of the {rank} {(rank == 1 ? "axis" : "axes")} of its input {context.Input}.\nWrite each number from 1 to {rank} once, such as Permute({string.Join(", ", meant ?? example)}).", "axes", meant is null || axes.Length == 0 ? string.Empty : $"set {string.Join(", ", meant)}");
        return null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.Transpose(input, [.. Axes(spec).Select(axis => axis - 1)]);

    /// <summary>The order that counts from 0, or the batch among the axes, as NumPy and PyTorch do; null for any other.</summary>
    private static int[]? Meant(int[] axes, int rank) =>
        !axes.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(0, axes.Length)) ? null
        : axes.Length == rank ? [.. axes.Select(axis => axis + 1)]
        : axes.Length == rank + 1 && axes[0] == 0 ? [.. axes.Skip(1)]
        : null;

    private static int[] Axes(LayerSpec spec) => spec.Get("axes", default(EquatableArray<int>)).ToArray();
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Mean 0 and variance 1 of groups of an example's channels.</summary>
internal sealed class GroupNormLayer : NormKind
{
    public override string Name => "GroupNorm";

    public override string Stem => "groupNorm";

    public override (string Advice, string Remedy) LengthRemedy(LayerContext context) =>
        ("Use LayerNorm, whose mean and variance are those of each step.", "replace LayerNorm");

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => ScaleAndOffset(spec, Normalize(spec, input, lowering.Graph), lowering);

    protected override bool IsDefined(LayerContext context)
    {
        (Shape input, int groups) = (context.Input, Groups(context.Spec));
        if (!Divisors.Check(context, "groups", groups, input.Columns))
        {
            return false;
        }

        int fewer = Enumerable.Range(1, groups).LastOrDefault(count => input.Columns % count == 0 && input.Size / count > 1);
        return fewer == 0
            ? RequireSeveral(context, input.Size / groups, "a group", "Remove it.", "remove")
            : RequireSeveral(context, input.Size / groups, "a group", $"Use fewer groups, such as {fewer}.", $"set-first {fewer}");
    }

    private Value Normalize(LayerSpec spec, Value input, TensorGraph graph)
    {
        (Shape shape, int groups, double epsilon) = (input.Type.Shape, Groups(spec), Epsilon(spec));
        if (groups == shape.Columns)
        {
            return graph.Normalized(input, SumAxes.Middle, epsilon);
        }

        if (groups == 1 || shape.Size == shape.Columns)
        {
            // The elements of a group lie side by side.
            Value rows = graph.Reshape(input, new Shape(groups, (int)(shape.Size / groups)));
            return graph.Reshape(graph.Normalized(rows, SumAxes.Last, epsilon), shape);
        }

        Value mean = Mean(graph, input, groups);
        Value centred = graph.Map(Subtract(Arg(0), Arg(1)), input, mean);
        Value variance = Mean(graph, graph.Map(Square(Arg(0)), centred), groups);
        return graph.Map(Multiply(Arg(0), Arg(1)), centred, graph.ReciprocalDeviation(variance, epsilon));
    }

    /// <summary>The mean of a channel's group, for each channel: (1, 1, c).</summary>
    private static Value Mean(TensorGraph graph, Value value, int groups)
    {
        Shape shape = value.Type.Shape, members = new(groups, shape.Columns / groups);
        Value sum = graph.SumLast(graph.Reshape(graph.SumMiddle(value), members));
        Value mean = graph.Map(Multiply(Arg(0), Of((double)groups / shape.Size)), TensorType.Batched(members), sum);
        return graph.Reshape(mean, new Shape([.. Enumerable.Repeat(1, shape.Rank - 1), shape.Columns]));
    }

    private static int Groups(LayerSpec spec) => spec.Get("groups", 0);
}

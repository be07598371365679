using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The rules about how many axes a layer's input has.</summary>
internal static class RankRules
{
    private const int SequenceRank = 2;
    private const int ImageRank = 3;

    /// <summary>Whether the input is (height, width, channels).</summary>
    public static bool RequireImage(LayerContext context) => Require(context, ImageRank, "(height, width, channels)");

    /// <summary>Whether the input is (length, channels).</summary>
    public static bool RequireSequence(LayerContext context) => Require(context, SequenceRank, "(length, channels)");

    /// <summary>Whether the input is (length, channels), for a layer that is of no use without steps.</summary>
    /// <param name="context">The layer.</param>
    /// <param name="lack">What there is none of without steps, such as <c>no last one</c>.</param>
    public static bool RequireSteps(LayerContext context, string lack) => context.Input.Rank == SequenceRank
        || Refuse(context, "(length, channels)", context.Input.Rank == 1 && (IsTaken(context) || Moved(context, SequenceRank) is null) ? ($"Remove it: without steps there is {lack}.", "remove") : Remedy(context, SequenceRank));

    /// <summary>Whether there are axes before the channels, which the layer works along.</summary>
    /// <param name="context">The layer.</param>
    /// <param name="advice">What to do where there are none.</param>
    /// <param name="remedy">What a code fix does.</param>
    public static bool RequirePixels(LayerContext context, string advice, string remedy) => context.Input.Rank >= SequenceRank
        || Refuse(
            context,
            "axes before the channels, as in (height, width, channels)",
            context.Previous is { Kind: FlattenLayer, Input: var before } flatten && context.WouldTake(before, context.Spec.Kind)
                ? ("Remove [Flatten] before it.", $"remove@{flatten.Spec.Attribute}")
                : (advice, remedy));

    /// <summary>Whether a last step is taken of what has none left.</summary>
    private static bool IsTaken(LayerContext context) =>
        context.Spec.Kind == "LastStep" && context.Previous?.Kind is LastStepLayer or GlobalAveragePoolLayer or GlobalMaxPoolLayer;

    private static bool Require(LayerContext context, int rank, string shape) => context.Input.Rank == rank || Refuse(context, shape, Remedy(context, rank));

    private static bool Refuse(LayerContext context, string need, (string Advice, string Remedy) mend)
    {
        context.Report(RuleIds.WrongRank, $"{context.Spec.Kind} needs {need}, but its input is {context.Input}.\n{mend.Advice}", remedy: mend.Remedy);
        return false;
    }

    /// <summary>What was most likely meant: another place, the layer for the other number of axes, or another shape.</summary>
    private static (string Advice, string Remedy) Remedy(LayerContext context, int rank) => Moved(context, rank) ?? Sibling(context) ?? Reshaped(context, rank);

    /// <summary>The layer before took the axes away that this one needs.</summary>
    private static (string Advice, string Remedy)? Moved(LayerContext context, int rank) =>
        context.Previous is { Kind: FlattenLayer or LastStepLayer or GlobalAveragePoolLayer or GlobalMaxPoolLayer, Input.Rank: var before, Spec: var spec } && before == rank
            ? ($"Move [{spec.Kind}] behind it.", $"move-behind@{spec.Attribute} {context.Spec.Attribute}")
            : null;

    /// <summary>Conv2D is written where Conv1D is meant, or the other way round.</summary>
    private static (string Advice, string Remedy)? Sibling(LayerContext context)
    {
        (string kind, int rank) = (context.Spec.Kind, context.Input.Rank);
        string sibling = kind.EndsWith("1D", StringComparison.Ordinal) ? kind.Replace("1D", "2D") : kind.Replace("2D", "1D");
        if (rank is not (SequenceRank or ImageRank) || sibling == kind || LayerTable.Kinds.All(other => other.Name != sibling))
        {
            return null;
        }

        bool hasAxes = context.Spec.Arguments.Any(argument => argument.Name.EndsWith("height", StringComparison.OrdinalIgnoreCase) || argument.Name.EndsWith("width", StringComparison.OrdinalIgnoreCase));
        return ($"For {(rank == ImageRank ? "images" : "sequences")} use {sibling}.", !hasAxes && context.WouldTake(context.Input, sibling) ? $"rename {sibling}" : string.Empty);
    }

    /// <summary>Another shape; for the first layer of a block that is for the model to give.</summary>
    private static (string Advice, string Remedy) Reshaped(LayerContext context, int rank)
    {
        Shape example = Example(context.Input, rank);
        string reshape = $"Reshape({string.Join(", ", example.ToArray())})";
        return context.WouldTake(example, context.Spec.Kind)
            ? ($"Give the input that shape, such as by [{reshape}].", context.Previous is null ? string.Empty : $"insert {reshape}")
            : ($"Give the model an input of that shape, such as [Input({(rank == ImageRank ? "28, 28, 1" : $"48, {context.Input.Columns}")})].", string.Empty);
    }

    /// <summary>A shape of as many elements: an image's pixels or rows as steps, squares where the number is one.</summary>
    private static Shape Example(Shape input, int rank)
    {
        int channels = input.Rank == SequenceRank ? input.Columns : 1, side = (int)Math.Sqrt((double)input.Size / channels), pixels = (int)(input.Size / input.Columns);
        return (rank, input.Rank) switch
        {
            (SequenceRank, ImageRank) when input.Columns == 1 => new Shape(input[0], input[1]),
            (SequenceRank, > SequenceRank) => new Shape(pixels, input.Columns),
            (SequenceRank, _) => new Shape((int)input.Size, 1),
            (_, > ImageRank) => new Shape(input[0], (int)(input.Size / input[0] / input.Columns), input.Columns),
            _ when (long)side * side * channels == input.Size => new Shape(side, side, channels),
            _ => new Shape(pixels, input.Columns, 1),
        };
    }
}

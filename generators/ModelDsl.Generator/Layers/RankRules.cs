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

    /// <summary>Whether there are axes before the channels, which the layer works along.</summary>
    public static bool RequirePixels(LayerContext context, string instead)
    {
        if (context.Input.Rank >= SequenceRank)
        {
            return true;
        }

        context.Report(RuleIds.WrongRank, $"{context.Spec.Kind} needs axes before the channels, as in (height, width, channels), but its input is {context.Input}.\n{instead}");
        return false;
    }

    private static bool Require(LayerContext context, int rank, string shape)
    {
        if (context.Input.Rank == rank)
        {
            return true;
        }

        context.Report(RuleIds.WrongRank, $"{context.Spec.Kind} needs {shape}, but its input is {context.Input}.\n{Remedy(context, rank)}");
        return false;
    }

    private static string Remedy(LayerContext context, int rank)
    {
        (string kind, Shape input) = (context.Spec.Kind, context.Input);
        string sibling = kind.EndsWith("1D", StringComparison.Ordinal) ? kind.Replace("1D", "2D") : kind.Replace("2D", "1D");
        if (input.Rank is SequenceRank or ImageRank && sibling != kind && LayerTable.Kinds.Any(other => other.Name == sibling))
        {
            return $"For {(input.Rank == ImageRank ? "images" : "sequences")} use {sibling}.";
        }

        return context.Previous is FlattenLayer
            ? "Move [Flatten] behind it."
            : $"Give the input that shape, such as [{Example(input, rank)}].";
    }

    /// <summary>A reshape that fits: squares where the number is one.</summary>
    private static string Example(Shape input, int rank)
    {
        int side = (int)Math.Sqrt(input.Size);
        return rank == SequenceRank ? $"Reshape({input.Size}, 1)"
            : (long)side * side == input.Size ? $"Reshape({side}, {side}, 1)"
            : $"Reshape({(input.Rank == SequenceRank ? $"{input[0]}, {input[1]}, 1" : $"{input.Size / input.Columns}, {input.Columns}, 1")})";
    }
}

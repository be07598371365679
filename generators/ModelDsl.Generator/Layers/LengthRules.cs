using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The rules about examples that are shorter than declared: steps behind their length must not tell in what counts.</summary>
internal static class LengthRules
{
    /// <summary>Whether a layer keeps steps that do not count out of those that do; a report where not.</summary>
    public static bool Check(LayerKind kind, LayerContext context)
    {
        if (!context.HasLengths || kind is not TransformKind transform || transform.HonoursLengths(context.Spec))
        {
            return true;
        }

        (string advice, string remedy) = transform.LengthRemedy(context);
        context.Report(RuleIds.LengthsLost, $"{context.Spec.Kind} mixes steps behind an example's length into those before it, and its input {context.Input} has lengths.\n{advice}", remedy: remedy);
        return false;
    }

    /// <summary>Whether what joins blocks keeps the steps that their lengths speak of; a report where not.</summary>
    public static bool CheckJoined(LayerContext context, IEnumerable<NetworkBranch> branches, Shape output)
    {
        if (!context.HasLengths || Last(context.Input, output) || !branches.Any(branch => branch.EndHasLengths))
        {
            return true;
        }

        context.Report(RuleIds.LengthsLost, $"{CombinatorKind.Called(context.Spec)} turns {context.Input}, whose steps have lengths, into {output}, where they cannot be told from others.\nJoin along the last axis, or reduce the steps within the blocks.", remedy: context.Spec.Find("Axis") is null ? string.Empty : "drop Axis");
        return false;
    }

    /// <summary>Whether what a layer gives has steps that lengths still speak of: an embedding adds an axis to those of ids, a pool takes them away.</summary>
    public static bool Last(Shape input, Shape output) => input.Rank > 0 && output.Rank >= input.Rank && input[0] == output[0];
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Probabilities of a value to be dropped, in [0, 1).</summary>
internal static class Rates
{
    /// <summary>Whether a layer's rate is one; a report where it is not.</summary>
    public static bool IsValid(LayerContext context, double rate, double usual, string argument = "rate")
    {
        if (rate is >= 0 and < 1)
        {
            return true;
        }

        string nearest = Nearest(rate, usual);
        context.Report(RuleIds.RateOutOfRange, $"{context.Spec.Kind}: the {argument.ToLowerInvariant()} is {ScalarText.Number(rate)}, but it is a probability in [0, 1).\nUse {nearest}.", argument, $"set {nearest}");
        return false;
    }

    /// <summary>What was most likely meant by a rate that is none: a percentage as a share, 0 for a negative rate, and the usual value for anything else.</summary>
    public static string Nearest(double rate, double usual) => ScalarText.Number(rate switch
    {
        < 0 => 0,
        >= 2 and < 100 => Math.Round(rate / 100, 6),
        _ => usual,
    });
}

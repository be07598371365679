using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The filters of convolutions, the groups that divide them, and the filters of each channel where a channel is convolved by itself.</summary>
internal static class FilterRules
{
    public static int Filters(LayerSpec spec, Shape input) => Widths.Of(spec, "filters", input);

    public static int Groups(LayerSpec spec) => spec.Get("Groups", 1);

    public static int Multiplier(LayerSpec spec) => spec.Get("Multiplier", 1);

    /// <summary>Whether there are filters, and the groups divide them and the channels.</summary>
    public static bool Check(LayerContext context) =>
        Widths.IsValid(context, "filters") && Divisors.Check(context, "Groups", Groups(context.Spec), Filters(context.Spec, context.Input));

    /// <summary>Whether each channel has filters, and all of them together can be counted.</summary>
    public static bool CheckMultiplier(LayerContext context)
    {
        (string layer, int multiplier) = (context.Spec.Kind, Multiplier(context.Spec));
        if (multiplier < 1)
        {
            context.Report(RuleIds.NonPositiveSize, $"{layer}: {multiplier} filters for each channel, but there is at least 1.\nUse a positive number.", "Multiplier", $"set {(multiplier < 0 ? -(long)multiplier : 1)}");
            return false;
        }

        return WindowRules.CheckOutput(context, [(long)multiplier * context.Input.Columns]);
    }

    /// <summary>The convolution of each channel by itself.</summary>
    public static WindowGeometry Depthwise(LayerSpec spec, Shape input) =>
        WindowOptions.OfConvolution(spec, input).Geometry(input.Columns * Multiplier(spec), input.Columns);
}

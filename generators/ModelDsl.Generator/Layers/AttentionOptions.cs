using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The options that layers of attention share.</summary>
internal static class AttentionOptions
{
    private const double UsualBase = 10000;

    public static bool IsRotary(LayerSpec spec) => spec.Get("Rotary", false);

    public static double RotaryBase(LayerSpec spec) => spec.Get("RotaryBase", UsualBase);

    /// <summary>The width of the keys, and of the values, of an attention of this width.</summary>
    public static int KeyWidth(LayerSpec spec, int width) => width / Count(spec) * KeyCount(spec);

    /// <summary>Whether the heads and what goes with them fit a width; a report where not.</summary>
    public static bool AreValid(LayerContext context, Shape input)
    {
        LayerSpec spec = context.Spec;
        int heads = Count(spec), keyHeads = KeyCount(spec), width = input.Columns;
        string name = spec.Kind;
        if (heads < 1)
        {
            context.Report(RuleIds.NonPositiveSize, $"{name}: {heads} heads, but there is at least 1.\nUse {Divisors.Text(width)}.", "heads", $"set {Divisors.Nearest(width, heads == int.MinValue ? 1 : Math.Abs(heads))}");
        }
        else if (width % heads != 0)
        {
            context.Report(RuleIds.NotDivisible, $"{name}: {heads} heads do not divide the width {width} of its input {input}.\nUse {Divisors.Text(width)}.", "heads", $"set {Divisors.Nearest(width, heads)}");
        }
        else if (keyHeads < 1)
        {
            context.Report(RuleIds.NonPositiveSize, $"{name}: {keyHeads} heads of keys, but there is at least 1.\nUse {Divisors.Text(heads)}.", "KeyHeads", "set 1");
        }
        else if (heads % keyHeads != 0)
        {
            context.Report(RuleIds.NotDivisible, $"{name}: {keyHeads} heads of keys do not divide the {heads} heads of queries.\nUse {Divisors.Text(heads)}.", "KeyHeads", $"set {Divisors.Nearest(heads, keyHeads)}");
        }
        else if (IsRotary(spec) && width / heads % 2 != 0)
        {
            ReportOdd(context, width, heads);
        }
        else if (IsRotary(spec) && !context.RequirePositive("RotaryBase", RotaryBase(spec), "It is the base of the angles: 10000 is usual.", "10000"))
        {
            return false;
        }
        else if (IsRotary(spec) && HasLinearBias(spec))
        {
            context.Report(RuleIds.BadArgument, $"{name}: Rotary and LinearBias both say where a key stands.\nUse one of the two.", "LinearBias", "drop");
        }
        else
        {
            return Rates.IsValid(context, Dropout(spec), 0.1, "Dropout") && WeightsAndBias.AreValid(context);
        }

        return false;
    }

    /// <summary>Heads of an odd number of features, which do not fall into pairs.</summary>
    private static void ReportOdd(LayerContext context, int width, int heads)
    {
        int even = width % 2 == 0 ? Divisors.Nearest(width / 2, heads) : 0;
        context.Report(
            RuleIds.NotDivisible,
            $"{context.Spec.Kind}: Rotary turns pairs of features, but a head of {width} / {heads} has {width / heads}.\n"
            + (even == 0 ? $"Make the width {width} even, or remove Rotary." : $"Use {even} {(even == 1 ? "head" : "heads")} of {width / even}, or remove Rotary."),
            "Rotary",
            even == 0 || KeyCount(context.Spec) != heads ? "drop" : $"set-first {even}");
    }

    public static AttentionGeometry Geometry(LayerSpec spec, int width, int queries, int keys, bool isSelf, Lowering lowering)
    {
        AttentionGeometry geometry = new(queries, keys, Count(spec), KeyCount(spec), width / Count(spec), spec.Get("Causal", false), isSelf, HasLinearBias(spec));
        return lowering.IsTraining && Dropout(spec) > 0 ? geometry with { Dropout = Dropout(spec), Stream = lowering.NextStream().Stream } : geometry;
    }

    private static int Count(LayerSpec spec) => spec.Get("heads", 1);

    private static int KeyCount(LayerSpec spec) => spec.Get("KeyHeads", 0) is var count && count == 0 ? Count(spec) : count;

    private static bool HasLinearBias(LayerSpec spec) => spec.Get("LinearBias", false);

    private static double Dropout(LayerSpec spec) => spec.Get("Dropout", 0.0);
}

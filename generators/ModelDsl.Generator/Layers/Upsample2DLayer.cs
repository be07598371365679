using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>An image enlarged by whole factors.</summary>
internal sealed class Upsample2DLayer : TransformKind
{
    public override string Name => "Upsample2D";

    public override string Stem => "upsample2D";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context)
    {
        if (!RankRules.RequireImage(context) || !IsDefined(context))
        {
            return null;
        }

        (Option height, Option width) = Factors(context.Spec);
        (long Height, long Width) large = ((long)context.Input[0] * height.Value, (long)context.Input[1] * width.Value);
        return WindowRules.CheckOutput(context, [large.Height, large.Width]) ? new Shape((int)large.Height, (int)large.Width, context.Input[2]) : null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        (Option height, Option width) = Factors(spec);
        return lowering.Graph.Resample(input, Interpolation(spec), height.Value, width.Value);
    }

    private static bool IsDefined(LayerContext context)
    {
        (Option height, Option width) = Factors(context.Spec);
        if (Interpolation(context.Spec) is < ResampleKind.Nearest or > ResampleKind.Bilinear)
        {
            context.Report(RuleIds.BadArgument, "Upsample2D: Interpolation is no member of its enum.\nUse Interpolation.Nearest or Interpolation.Bilinear.", "Interpolation", "set Interpolation.Nearest");
            return false;
        }

        foreach (Option factor in new[] { height, width }.Where(factor => factor.Value < 1))
        {
            context.Report(RuleIds.NonPositiveSize, $"Upsample2D: a factor of {factor.Value} leaves no pixels.\nUse a positive number, such as 2.", factor.Argument, "set 2");
            return false;
        }

        return true;
    }

    private static (Option Height, Option Width) Factors(LayerSpec spec) =>
        (Option.Of(spec, "height", "factor", int.MinValue, 0), Option.Of(spec, "width", "factor", int.MinValue, 0));

    private static ResampleKind Interpolation(LayerSpec spec) => (ResampleKind)spec.Get("Interpolation", 0);
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Mean 0 and variance 1 of each channel of an example.</summary>
internal sealed class InstanceNormLayer : NormKind
{
    public override string Name => "InstanceNorm";

    public override string Stem => "instanceNorm";

    protected override bool UsuallyScales => false;

    protected override bool UsuallyOffsets => false;

    public override (string Advice, string Remedy) LengthRemedy(LayerContext context) =>
        ("Use LayerNorm, whose mean and variance are those of each step.", "rename LayerNorm");

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        ScaleAndOffset(spec, lowering.Graph.Normalized(input, SumAxes.Middle, Epsilon(spec)), lowering);

    protected override bool IsDefined(LayerContext context) =>
        RankRules.RequirePixels(context, "Use LayerNorm, which normalises the features of an example.", "rename LayerNorm")
        && RequireSeveral(context, context.Input.Size / context.Input.Columns, "the pixels of a channel", "Use LayerNorm, which normalises the channels of a pixel, or remove it.", context.Input.Columns > 1 ? "rename LayerNorm" : "remove");
}

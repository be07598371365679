using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The steps in reverse.</summary>
internal sealed class TimeReverseLayer : TransformKind
{
    public override string Name => "TimeReverse";

    public override string Stem => "timeReverse";

    public override bool HonoursLengths(LayerSpec spec) => true;

    public override Shape? Infer(LayerContext context) => RankRules.RequireSteps(context, "no order to reverse") ? context.Input : null;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Reversed(input);
}

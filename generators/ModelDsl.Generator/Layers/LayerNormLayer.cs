using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Mean 0 and variance 1 of each place's features.</summary>
internal sealed class LayerNormLayer : NormKind
{
    public override string Name => "LayerNorm";

    public override string Stem => "layerNorm";

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        ScaleAndOffset(spec, lowering.Graph.Normalized(input, SumAxes.Last, Epsilon(spec)), lowering);

    protected override bool IsDefined(LayerContext context) => RequireSeveral(context, context.Input.Columns, "the last axis", "Remove it.", "remove");
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Each position with mean 0 and variance 1 along the last axis.</summary>
internal sealed class LayerNormLayer : TransformKind
{
    private const double UsualEpsilon = 1e-5;

    public override string Name => "LayerNorm";

    public override string Stem => "layerNorm";

    public override Shape? Infer(LayerContext context) => NormalizationOptions.AreValid(context, UsualEpsilon) ? context.Input : null;

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) => [.. NormalizationOptions.Parameters(spec, input)];

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => NormalizationOptions.Scaled(
        spec, lowering.Graph.Normalized(input, SumAxes.Last, NormalizationOptions.Epsilon(spec, UsualEpsilon)), lowering);
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Attention of the positions of a sequence to each other.</summary>
internal sealed class MultiHeadAttentionLayer : TransformKind
{
    public override string Name => "MultiHeadAttention";

    public override string Stem => "multiHeadAttention";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override bool HonoursLengths(LayerSpec spec) => true;

    public override Shape? Infer(LayerContext context) => RankRules.RequireSequence(context) && AttentionOptions.AreValid(context, context.Input) ? context.Input : null;

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        int width = input.Columns, all = width + (2 * AttentionOptions.KeyWidth(spec, width));
        ParameterSpec projection = WeightsAndBias.Weight(spec, "in_proj_weight", new Shape(width, all), [1, 0], width, all);
        ParameterSpec output = WeightsAndBias.Weight(spec, "out_proj.weight", new Shape(width, width), [1, 0], width, width);
        return WeightsAndBias.HasBias(spec)
            ? [projection, WeightsAndBias.Bias(spec, "in_proj_bias", all, width, all), output, WeightsAndBias.Bias(spec, "out_proj.bias", width, width, width)]
            : [projection, output];
    }

    public override bool IsBounded => true;

    public override bool IsStepwise(LayerSpec spec) => spec.Get("Causal", false);

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        Shape shape = input.Type.Shape;
        AttentionGeometry geometry = AttentionOptions.Geometry(spec, shape.Columns, shape[0], shape[0], isSelf: true, lowering);
        Value projected = WeightsAndBias.AddBias(spec, graph.MatMul(input, lowering.Parameter("in_proj_weight")), lowering, "in_proj_bias");
        projected = AttentionOptions.IsRotary(spec) ? lowering.Rotated(projected, new Rotation(geometry.Heads + geometry.KeyHeads, geometry.Size, AttentionOptions.RotaryBase(spec), IsInverse: false)) : projected;
        Value attended = lowering.Attended(geometry, projected);
        return WeightsAndBias.AddBias(spec, graph.MatMul(attended, lowering.Parameter("out_proj.weight")), lowering, "out_proj.bias");
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>A row for each position, added.</summary>
internal sealed class PositionalEmbeddingLayer : TransformKind
{
    public override string Name => "PositionalEmbedding";

    public override string Stem => "positionalEmbedding";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context) => RankRules.RequireSteps(context, "no position") && Tables.AreValid(context) ? context.Input : null;

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) => [Tables.Table(spec, input[0], input[1])];

    public override bool IsBounded => true;

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        lowering.Graph.Map(Add(Arg(0), Arg(1)), input, lowering.AtPositions(lowering.Parameter("weight")));
}

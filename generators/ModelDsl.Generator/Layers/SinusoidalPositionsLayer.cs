using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Sines and cosines of each position, added.</summary>
internal sealed class SinusoidalPositionsLayer : TransformKind
{
    public override string Name => "SinusoidalPositions";

    public override string Stem => "sinusoidalPositions";

    public override Shape? Infer(LayerContext context)
    {
        if (!RankRules.RequireSteps(context, "no position"))
        {
            return null;
        }

        if (context.Input.Columns % 2 == 0)
        {
            return context.Input;
        }

        context.Report(RuleIds.NotDivisible, $"SinusoidalPositions adds a sine and a cosine to each pair of features, but {context.Input} has {context.Input.Columns}.\nMake the width even, or use PositionalEmbedding, which learns what it adds.", remedy: "rename PositionalEmbedding");
        return null;
    }

    public override bool IsBounded => true;

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Shape shape = lowering.Whole(input.Type.Shape);
        return lowering.Graph.Map(Add(Arg(0), Arg(1)), input, lowering.AtPositions(lowering.Graph.Sinusoids(shape)));
    }
}

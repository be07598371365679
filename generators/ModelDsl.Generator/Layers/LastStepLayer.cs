using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>The features of the last step.</summary>
internal sealed class LastStepLayer : TransformKind
{
    public override string Name => "LastStep";

    public override string Stem => "lastStep";

    public override bool HonoursLengths(LayerSpec spec) => true;

    public override Shape? Infer(LayerContext context) => RankRules.RequireSteps(context, "no last one") ? new Shape(context.Input.Columns) : null;

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Shape shape = input.Type.Shape;
        if (lowering.Lengths is { } lengths)
        {
            return lowering.Graph.SumMiddle(lowering.Graph.Map(Multiply(Arg(0), Arg(1)), input, lowering.Graph.LastStep(lengths, shape[0])));
        }

        return lowering.Graph.Reshape(lowering.Graph.Slice(input, [shape[0] - 1, 0], new Shape(1, shape[1])), new Shape(shape[1]));
    }
}

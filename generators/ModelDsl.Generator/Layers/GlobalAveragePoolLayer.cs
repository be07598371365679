using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>The mean of each channel.</summary>
internal sealed class GlobalAveragePoolLayer : TransformKind
{
    public override string Name => "GlobalAveragePool";

    public override string Stem => "globalAveragePool";

    public override bool HonoursLengths(LayerSpec spec) => true;

    public override Shape? Infer(LayerContext context) =>
        RankRules.RequirePixels(context, "Remove it: there is nothing to average.", "remove") ? new Shape(context.Input.Columns) : null;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Shape shape = input.Type.Shape;
        if (lowering.Lengths is { } lengths)
        {
            return lowering.Graph.Map(Divide(Arg(0), Arg(1)), lowering.Graph.SumMiddle(lowering.Masked(input)), lengths);
        }

        return lowering.Graph.Map(Multiply(Arg(0), Of((double)shape.Columns / shape.Size)), lowering.Graph.SumMiddle(input));
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The mean of each channel over all positions.</summary>
internal sealed class GlobalAveragePoolLayer : TransformKind
{
    public override string Name => "GlobalAveragePool";

    public override string Stem => "globalAveragePool";

    public override Shape? Infer(LayerContext context)
    {
        if (context.Input.Rank > 1)
        {
            return new Shape(context.Input.Columns);
        }

        context.Report(RuleIds.BadArgument, $"GlobalAveragePool needs positions to average, such as (height, width, channels), but its input is {context.Input}.\nRemove it.", remedy: "remove");
        return null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        lowering.Graph.Reshape(lowering.Graph.Mean(input, SumAxes.Middle), new Shape(input.Type.Shape.Columns));
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A convolution with as many groups as channels.</summary>
internal sealed class DepthwiseConv2DLayer : ConvolutionKind
{
    public override string Name => "DepthwiseConv2D";

    public override string Stem => "depthwiseConv2D";

    protected override bool HasFilters(LayerContext context) => FilterRules.CheckMultiplier(context);

    protected override WindowGeometry Geometry(LayerSpec spec, Shape input) => FilterRules.Depthwise(spec, input);
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A convolution of an image.</summary>
internal sealed class Conv2DLayer : ConvolutionKind
{
    public override string Name => "Conv2D";

    public override string Stem => "conv2D";

    protected override bool HasFilters(LayerContext context) => FilterRules.Check(context);

    protected override WindowGeometry Geometry(LayerSpec spec, Shape input) =>
        WindowOptions.OfConvolution(spec, input).Geometry(FilterRules.Filters(spec, input), FilterRules.Groups(spec));
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A convolution along time: of an image of height 1.</summary>
internal sealed class Conv1DLayer : ConvolutionKind
{
    public override string Name => "Conv1D";

    public override string Stem => "conv1D";

    public override bool HonoursLengths(LayerSpec spec) => WindowOptions.KeepsSteps(spec);

    public override (string Advice, string Remedy) LengthRemedy(LayerContext context)
    {
        IEnumerable<string> surplus = new[] { "PaddingSize", "Stride" }.Where(option => context.Spec.Find(option) is not null).Select(option => $"; drop {option}");
        return ("Write Padding = Padding.Same and no Stride, so that the number of steps stays.", $"argument Padding = Padding.Same{string.Concat(surplus)}");
    }

    protected override bool IsImage => false;

    protected override bool HasFilters(LayerContext context) => FilterRules.Check(context);

    protected override WindowGeometry Geometry(LayerSpec spec, Shape input) =>
        WindowOptions.OfConvolution(spec, input).Geometry(FilterRules.Filters(spec, input), FilterRules.Groups(spec));
}

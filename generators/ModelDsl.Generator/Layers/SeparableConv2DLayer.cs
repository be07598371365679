using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A convolution of each channel by itself, then one of single pixels.</summary>
internal sealed class SeparableConv2DLayer : TransformKind
{
    public override string Name => "SeparableConv2D";

    public override string Stem => "separableConv2D";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context)
    {
        if (!RankRules.RequireImage(context) || !Widths.IsValid(context, "filters") || !FilterRules.CheckMultiplier(context))
        {
            return null;
        }

        return WindowRules.CheckConvolution(context, WindowOptions.OfConvolution(context.Spec, context.Input)) && WeightsAndBias.AreValid(context)
            ? Pointwise(context.Spec, context.Input).Output
            : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        WindowGeometry each = FilterRules.Depthwise(spec, input), across = Pointwise(spec, input);
        int[] interchange = [3, 2, 0, 1];
        long window = (long)each.KernelHeight * each.KernelWidth;
        ParameterSpec depthwise = WeightsAndBias.Weight(spec, "depthwise", each.Weight, interchange, window, window * FilterRules.Multiplier(spec));
        ParameterSpec pointwise = WeightsAndBias.Weight(spec, "pointwise", across.Weight, interchange, across.InputChannels, across.OutputChannels);
        return WeightsAndBias.HasBias(spec)
            ? [depthwise, pointwise, WeightsAndBias.Bias(spec, across.OutputChannels, across.InputChannels, across.OutputChannels)]
            : [depthwise, pointwise];
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Value each = lowering.Graph.Convolution(input, lowering.Parameter("depthwise"), FilterRules.Depthwise(spec, input.Type.Shape));
        return WeightsAndBias.AddBias(spec, lowering.Graph.Convolution(each, lowering.Parameter("pointwise"), Pointwise(spec, input.Type.Shape)), lowering);
    }

    /// <summary>The convolution of single pixels, over what the convolution of each channel gives.</summary>
    private static WindowGeometry Pointwise(LayerSpec spec, Shape input)
    {
        Shape map = FilterRules.Depthwise(spec, input).Output;
        return new WindowGeometry(map[0], map[1], map[2], map[0], map[1], FilterRules.Filters(spec, input), 1, 1, 1, 1, 1, 1, 0, 0, 1);
    }
}

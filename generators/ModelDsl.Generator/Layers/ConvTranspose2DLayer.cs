using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>
/// What a convolution from the output to the input does to gradients. In memory the weights are that convolution's: [kernel height, kernel width, filters
/// of a group, channels].
/// </summary>
internal sealed class ConvTranspose2DLayer : TransformKind
{
    private const string OutputPadding = "OutputPadding";

    public override string Name => "ConvTranspose2D";

    public override string Stem => "convTranspose2D";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context)
    {
        if (!RankRules.RequireImage(context) || !FilterRules.Check(context))
        {
            return null;
        }

        WindowOptions window = WindowOptions.OfConvolution(context.Spec, context.Input);
        return WindowRules.CheckOptions(context, window) && HasOutputPadding(context, window) && HasOutput(context, window) && WeightsAndBias.AreValid(context)
            ? Geometry(context.Spec, context.Input).Input
            : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        WindowGeometry geometry = Geometry(spec, input);
        long window = (long)geometry.KernelHeight * geometry.KernelWidth;
        (int channels, int filters) = (geometry.OutputChannels / geometry.Groups, geometry.InputChannels / geometry.Groups);
        ParameterSpec weight = WeightsAndBias.Weight(spec, "weight", geometry.Weight, [3, 2, 0, 1], window * channels, window * filters);
        return WeightsAndBias.HasBias(spec) ? [weight, WeightsAndBias.Bias(spec, geometry.InputChannels, window * channels, window * filters)] : [weight];
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        WeightsAndBias.AddBias(spec, lowering.Graph.ConvolutionInputGradient(input, lowering.Parameter("weight"), Geometry(spec, input.Type.Shape)), lowering);

    private static WindowGeometry Geometry(LayerSpec spec, Shape input) =>
        WindowOptions.OfConvolution(spec, input).Transposed(FilterRules.Filters(spec, input), FilterRules.Groups(spec), spec.Get(OutputPadding, 0));

    /// <summary>Fewer rows than the window's steps can leave open, and none where the output's size is given anyway.</summary>
    private static bool HasOutputPadding(LayerContext context, WindowOptions window)
    {
        int added = context.Spec.Get(OutputPadding, 0);
        int limit = window.Axes.Min(axis => Math.Max(axis.Stride.Value, axis.Dilation.Value));
        if (added != 0 && window.Height.Padding == PaddingKind.Same)
        {
            context.Report(RuleIds.BadArgument, $"ConvTranspose2D: {OutputPadding} is not used with Padding.Same, which gives the input's size times the stride.\nRemove one of the two.", OutputPadding, "drop");
            return false;
        }

        if (added < 0 || added >= limit)
        {
            context.Report(RuleIds.BadArgument, $"ConvTranspose2D: {OutputPadding} is {added}, but it is at least 0 and less than the stride or the dilation, here {limit}.\nUse {(added < 0 ? 0 : limit - 1)}.", OutputPadding, $"set {(added < 0 ? 0 : limit - 1)}");
            return false;
        }

        return true;
    }

    private static bool HasOutput(LayerContext context, WindowOptions window)
    {
        int added = context.Spec.Get(OutputPadding, 0);
        foreach (WindowAxis axis in window.Axes.Where(axis => axis.Enlarged(added) < 1))
        {
            context.Report(RuleIds.NonPositiveSize, $"ConvTranspose2D: a padding of {axis.PaddingSize.Value} leaves nothing of {context.Input} along the {axis.Name}.\nUse a smaller one.", axis.PaddingSize.Argument, "set 0");
            return false;
        }

        return WindowRules.CheckOutput(context, window.Axes.Select(axis => axis.Enlarged(added)));
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>
/// Convolutions of a sequence or an image. In memory the weights are [kernel height, kernel width, channels of a group, filters], so that the filters of
/// one element of the window lie side by side.
/// </summary>
internal abstract class ConvolutionKind : TransformKind
{
    public sealed override string Describe(LayerSpec spec) => Description.Of(spec);

    public sealed override Shape? Infer(LayerContext context)
    {
        if (!(IsImage ? RankRules.RequireImage(context) : RankRules.RequireSequence(context)))
        {
            return null;
        }

        WindowOptions window = WindowOptions.OfConvolution(context.Spec, context.Input);
        return HasFilters(context) && WindowRules.CheckConvolution(context, window) && WeightsAndBias.AreValid(context)
            ? window.Restore(Geometry(context.Spec, context.Input).Output)
            : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        WindowGeometry geometry = Geometry(spec, input);
        long fanIn = FanIn(geometry), fanOut = FanOut(geometry);
        ParameterSpec weight = WeightsAndBias.Weight(spec, "weight", geometry.Weight, IsImage ? [3, 2, 0, 1] : [3, 2, 1], fanIn, fanOut);
        return WeightsAndBias.HasBias(spec) ? [weight, WeightsAndBias.Bias(spec, geometry.OutputChannels, fanIn, fanOut)] : [weight];
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        WindowGeometry geometry = Geometry(spec, input.Type.Shape);
        Value image = lowering.Graph.Reshape(lowering.Masked(input), geometry.Input);
        Value output = WeightsAndBias.AddBias(spec, lowering.Graph.Convolution(image, lowering.Parameter("weight"), geometry), lowering);
        return lowering.Graph.Reshape(output, WindowOptions.OfConvolution(spec, input.Type.Shape).Restore(geometry.Output));
    }

    /// <summary>Whether the input is (height, width, channels) rather than (length, channels).</summary>
    protected virtual bool IsImage => true;

    /// <summary>Whether the layer has filters, and groups that divide them; a report where it does not.</summary>
    protected abstract bool HasFilters(LayerContext context);

    /// <summary>The convolution behind an input.</summary>
    protected abstract WindowGeometry Geometry(LayerSpec spec, Shape input);

    /// <summary>How many inputs an output sums over: the window's elements, of the channels of a group.</summary>
    protected static long FanIn(WindowGeometry geometry) => (long)geometry.KernelHeight * geometry.KernelWidth * (geometry.InputChannels / geometry.Groups);

    /// <summary>How many outputs an input reaches: the window's elements, of the filters of a group.</summary>
    protected static long FanOut(WindowGeometry geometry) => (long)geometry.KernelHeight * geometry.KernelWidth * (geometry.OutputChannels / geometry.Groups);
}

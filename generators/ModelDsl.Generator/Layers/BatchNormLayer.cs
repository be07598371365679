using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>
/// Each channel with mean 0 and variance 1 over the batch and all positions. Inference uses running statistics instead, so that the whole layer is a
/// factor and a summand for each channel, which the layer before takes along.
/// </summary>
internal sealed class BatchNormLayer : TransformKind
{
    private const double UsualEpsilon = 1e-5;

    public override string Name => "BatchNorm";

    public override string Stem => "batchNorm";

    public override Shape? Infer(LayerContext context)
    {
        double momentum = Momentum(context.Spec);
        if (!(momentum is > 0 and <= 1))
        {
            context.Report(RuleIds.BadArgument, $"BatchNorm: Momentum is {ScalarText.Number(momentum)}, but it is a share in (0, 1].\nUse 0.1, the share of a step in the running statistics.", "Momentum", "set 0.1");
            return null;
        }

        return NormalizationOptions.AreValid(context, UsualEpsilon) ? context.Input : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) =>
    [
        .. NormalizationOptions.Parameters(spec, input),
        ParameterSpec.OfChannels("running_mean", input.Columns, 0, Momentum(spec)),
        ParameterSpec.OfChannels("running_var", input.Columns, 1, Momentum(spec)),
    ];

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        double epsilon = NormalizationOptions.Epsilon(spec, UsualEpsilon);
        if (!lowering.IsTraining)
        {
            return Affine(spec, input, lowering, graph.ReciprocalDeviation(lowering.Parameter("running_var"), epsilon));
        }

        Value mean = graph.Mean(input, SumAxes.Leading), variance = graph.Variance(input, mean, SumAxes.Leading);
        lowering.Track("running_mean", mean);
        lowering.Track("running_var", graph.Unbiased(variance, input, SumAxes.Leading));
        return NormalizationOptions.Scaled(spec, graph.Normalize(input, mean, graph.ReciprocalDeviation(variance, epsilon), SumAxes.Leading), lowering);
    }

    /// <summary>x·(γ·r) + (β − μ·γ·r) with the running μ and r.</summary>
    private static Value Affine(LayerSpec spec, Value input, Lowering lowering, Value reciprocal)
    {
        TensorGraph graph = lowering.Graph;
        Value scale = NormalizationOptions.HasScale(spec) ? graph.Map(Multiply(Arg(0), Arg(1)), reciprocal, lowering.Parameter("weight")) : reciprocal;
        Value mean = lowering.Parameter("running_mean");
        Value shift = NormalizationOptions.HasOffset(spec)
            ? graph.Map(Subtract(Arg(2), Multiply(Arg(0), Arg(1))), mean, scale, lowering.Parameter("bias"))
            : graph.Map(Negate(Multiply(Arg(0), Arg(1))), mean, scale);
        return graph.Map(Add(Multiply(Arg(0), Arg(1)), Arg(2)), input, scale, shift);
    }

    private static double Momentum(LayerSpec spec) => spec.Get("Momentum", 0.1);
}

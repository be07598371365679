using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Mean 0 and variance 1 of each channel, over the batch in training; over what training saw in inference, where two numbers for each channel remain.</summary>
internal sealed class BatchNormLayer : NormKind
{
    private const string Mean = "running_mean";
    private const string Variance = "running_var";

    public override string Name => "BatchNorm";

    public override string Stem => "batchNorm";

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) =>
    [
        .. base.Parameters(spec, input),
        ParameterSpec.OfChannels(Mean, input.Columns, 0, Momentum(spec)),
        ParameterSpec.OfChannels(Variance, input.Columns, 1, Momentum(spec)),
    ];

    public override bool IsStepwise(LayerSpec spec) => true;

    public override bool HonoursLengths(LayerSpec spec) => false;

    public override (string Advice, string Remedy) LengthRemedy(LayerContext context) =>
        ("Use LayerNorm, whose mean and variance are those of each step.", context.Spec.Find("Momentum") is null ? "rename LayerNorm" : "drop Momentum; rename LayerNorm");

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.IsTraining ? Train(spec, input, lowering) : Infer(spec, input, lowering);

    protected override bool IsDefined(LayerContext context)
    {
        double momentum = Momentum(context.Spec);
        if (momentum is > 0 and <= 1)
        {
            return true;
        }

        context.Report(RuleIds.BadArgument, $"BatchNorm: Momentum is {ScalarText.Number(momentum)}, but it is the share of the newest batch, above 0 and at most 1.\nUse one such as 0.1, which Keras writes as 0.9.", "Momentum", "set 0.1");
        return false;
    }

    private Value Train(LayerSpec spec, Value input, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        Value mean = graph.Mean(input, SumAxes.Leading), variance = graph.Variance(input, mean, SumAxes.Leading);
        lowering.Track(Mean, mean);
        lowering.Track(Variance, graph.Unbiased(variance, input, SumAxes.Leading));
        Value normalized = graph.Normalize(input, mean, graph.ReciprocalDeviation(variance, Epsilon(spec)), SumAxes.Leading);
        return ScaleAndOffset(spec, normalized, lowering);
    }

    /// <summary>x·scale + shift: fused into the convolution or the matrix product before it.</summary>
    private Value Infer(LayerSpec spec, Value input, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        Value reciprocal = graph.ReciprocalDeviation(lowering.Parameter(Variance), Epsilon(spec));
        Value scale = HasScale(spec) ? graph.Map(Multiply(Arg(0), Arg(1)), lowering.Parameter("weight"), reciprocal) : reciprocal;
        Value centre = graph.Map(Multiply(Arg(0), Arg(1)), lowering.Parameter(Mean), scale);
        Value shift = HasOffset(spec) ? graph.Map(Subtract(Arg(0), Arg(1)), lowering.Parameter("bias"), centre) : graph.Map(Negate(Arg(0)), centre);
        return graph.Map(Add(Multiply(Arg(0), Arg(1)), Arg(2)), input, scale, shift);
    }

    private static double Momentum(LayerSpec spec) => spec.Get("Momentum", 0.1);
}

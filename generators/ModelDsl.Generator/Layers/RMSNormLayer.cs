using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Each position divided by its root mean square along the last axis.</summary>
internal sealed class RMSNormLayer : TransformKind
{
    private const double UsualEpsilon = 1e-6;

    public override string Name => "RMSNorm";

    public override string Stem => "rmsNorm";

    public override Shape? Infer(LayerContext context) => NormalizationOptions.AreValid(context, UsualEpsilon) ? context.Input : null;

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) => [.. NormalizationOptions.Parameters(spec, input, hasOffset: false)];

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        Value squares = graph.Mean(graph.Map(Square(Arg(0)), input), SumAxes.Last);
        Value reciprocal = graph.ReciprocalDeviation(squares, NormalizationOptions.Epsilon(spec, UsualEpsilon));
        return NormalizationOptions.Scaled(spec, graph.Map(Multiply(Arg(0), Arg(1)), input, reciprocal), lowering, hasOffset: false);
    }
}

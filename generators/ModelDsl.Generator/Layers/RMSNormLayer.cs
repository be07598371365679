using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Mean square 1 of each place's features.</summary>
internal sealed class RMSNormLayer : NormKind
{
    public override string Name => "RMSNorm";

    public override string Stem => "rmsNorm";

    protected override bool UsuallyOffsets => false;

    protected override double UsualEpsilon => 1e-6;

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        Value reciprocal = graph.ReciprocalDeviation(graph.Mean(graph.Map(Square(Arg(0)), input), SumAxes.Last), Epsilon(spec));
        return ScaleAndOffset(spec, graph.Map(Multiply(Arg(0), Arg(1)), input, reciprocal), lowering);
    }

    protected override bool IsDefined(LayerContext context) => RequireSeveral(context, context.Input.Columns, "the last axis", "Remove it.", "remove");
}

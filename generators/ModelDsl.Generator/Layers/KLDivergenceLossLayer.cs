using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Σ q·(ln q − ln p).</summary>
internal sealed class KLDivergenceLossLayer : LossKind
{
    public override string Name => "KLDivergenceLoss";

    // q·ln q is 0 at q = 0; the smallest normal number keeps the logarithm finite there.
    private const double Tiny = 1.1754943508222875e-38;

    public override string? RequiredActivation => "Softmax";

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph)
    {
        (Value prediction, Value target) = operands;
        Scalar logTarget = Log(Max(Arg(1), Of(Tiny)));
        Value terms = graph.Map(Multiply(Arg(1), Subtract(logTarget, Arg(0))), graph.LogOf(prediction), target);
        return new LossTerms(graph.SumLast(terms));
    }
}

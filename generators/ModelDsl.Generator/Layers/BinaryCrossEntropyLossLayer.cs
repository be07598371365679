using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>−(w·t·ln p + (1 − t)·ln(1 − p)).</summary>
internal sealed class BinaryCrossEntropyLossLayer : LossKind
{
    public override string Name => "BinaryCrossEntropyLoss";

    public override string? RequiredActivation => "Sigmoid";

    public override LossTarget Target(LayerSpec spec, Shape prediction) => new(IsLabels: false, prediction, ClassCount: 0, IsBinary: true);

    protected override void CheckOptions(LayerContext context) =>
        context.RequirePositive("PositiveWeight", PositiveWeight(context.Spec), "Use 1 for equal weights, or negatives ÷ positives for a rare class.", "1");

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph)
    {
        (Value prediction, Value target) = operands;

        // −(w·t·ln p + (1 − t)·ln(1 − p))
        Scalar positive = Multiply(Multiply(Of(PositiveWeight(spec)), Arg(2)), Arg(0));
        Scalar loss = Negate(Add(positive, Multiply(Subtract(One, Arg(2)), Arg(1))));
        Scalar share = Multiply(loss, Of(1.0 / prediction.Type.Shape.Columns));
        return new LossTerms(graph.SumLast(graph.Map(share, graph.LogOf(prediction), graph.LogOfComplement(prediction), target)));
    }

    private static double PositiveWeight(LayerSpec spec) => spec.Get("PositiveWeight", 1.0);
}

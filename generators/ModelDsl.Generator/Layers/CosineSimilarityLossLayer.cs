using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>1 − p·t / (‖p‖·‖t‖).</summary>
internal sealed class CosineSimilarityLossLayer : LossKind
{
    /// <summary>The square of what lengths below it count as.</summary>
    private const double SquaredEpsilon = 1e-16;

    public override string Name => "CosineSimilarityLoss";

    protected override void CheckOptions(LayerContext context)
    {
        if (context.Input.Columns == 1)
        {
            context.Report(RuleIds.WrongRank, $"CosineSimilarityLoss compares directions along the last axis, but that of {context.Input} has one number, whose only direction is its sign.\nPredict several numbers, or use MeanSquaredErrorLoss.", remedy: "replace MeanSquaredErrorLoss");
        }
    }

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph)
    {
        (Value prediction, Value target) = operands;
        Scalar cosine = Divide(Arg(0), Multiply(Length(1), Length(2)));
        Value[] sums = [SumOfProducts(prediction, target), SumOfProducts(prediction, prediction), SumOfProducts(target, target)];
        return new LossTerms(graph.Map(Subtract(One, cosine), sums));

        Value SumOfProducts(Value left, Value right) => graph.SumLast(graph.Map(Multiply(Arg(0), Arg(1)), left, right));
    }

    /// <summary>max(‖x‖, ε) of an operand that holds ‖x‖².</summary>
    private static Scalar Length(int operand) => Sqrt(Max(Arg(operand), Of(SquaredEpsilon)));
}

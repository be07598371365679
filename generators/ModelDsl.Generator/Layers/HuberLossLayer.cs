using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>½·(p − t)² near, δ·(|p − t| − ½·δ) beyond δ (Huber 1964).</summary>
internal sealed class HuberLossLayer : LossKind
{
    public override string Name => "HuberLoss";

    public override string Describe(LayerSpec spec) => $"HuberLoss(Delta = {ScalarText.Number(Delta(spec))})";

    protected override void CheckOptions(LayerContext context)
    {
        if (!(Delta(context.Spec) > 0))
        {
            context.Report(RuleIds.BadArgument, $"HuberLoss: Delta is {ScalarText.Number(Delta(context.Spec))}, but the loss turns linear at a distance above 0.\nUse a positive value, such as 1.", "Delta", "set 1");
        }
    }

    public override LossTerms Lower(LayerSpec spec, Value prediction, Value target, TensorGraph graph)
    {
        double delta = Delta(spec);
        Scalar error = Subtract(Arg(0), Arg(1)), distance = Abs(error);
        Scalar quadratic = Multiply(Of(0.5), Square(error)), linear = Multiply(Of(delta), Subtract(distance, Of(0.5 * delta)));
        return MeanOverLast(graph, Choose(distance, Of(delta), linear, quadratic), prediction, target);
    }

    private static double Delta(LayerSpec spec) => spec.Get("Delta", 1.0);
}

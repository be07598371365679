using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>½·(p − t)² near, δ·(|p − t| − ½·δ) beyond δ (Huber 1964).</summary>
internal sealed class HuberLossLayer : LossKind
{
    public override string Name => "HuberLoss";

    public override string Describe(LayerSpec spec) => $"HuberLoss(Delta = {ScalarText.Number(Delta(spec))})";

    protected override void CheckOptions(LayerContext context) =>
        context.RequirePositive("Delta", Delta(context.Spec), "It is the error at which the loss turns linear: use one such as 1.", "1");

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph)
    {
        double delta = Delta(spec);
        Scalar error = Subtract(Arg(0), Arg(1)), distance = Abs(error);
        Scalar quadratic = Multiply(Of(0.5), Square(error)), linear = Multiply(Of(delta), Subtract(distance, Of(0.5 * delta)));
        return MeanOverLast(graph, Choose(distance, Of(delta), linear, quadratic), operands);
    }

    private static double Delta(LayerSpec spec) => spec.Get("Delta", 1.0);
}

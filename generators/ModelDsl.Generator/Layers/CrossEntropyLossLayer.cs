using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>−Σ w·q·ln p over the classes.</summary>
internal sealed class CrossEntropyLossLayer : LossKind
{
    public override string Name => "CrossEntropyLoss";

    public override string? RequiredActivation => "Softmax";

    public override string Describe(LayerSpec spec) =>
        Smoothing(spec) > 0 ? $"CrossEntropyLoss(LabelSmoothing = {ScalarText.Number(Smoothing(spec))})" : Name;

    protected override void CheckOptions(LayerContext context)
    {
        LayerSpec spec = context.Spec;
        int classes = context.Input.Columns;
        EquatableArray<double> weights = Weights(spec);
        if (!(Smoothing(spec) is >= 0 and < 1))
        {
            context.Report(RuleIds.RateOutOfRange, $"CrossEntropyLoss: LabelSmoothing is {ScalarText.Number(Smoothing(spec))}, but it is a share of the target in [0, 1).\nUse {Rates.Nearest(Smoothing(spec), 0.1)}.", "LabelSmoothing", $"set {Rates.Nearest(Smoothing(spec), 0.1)}");
        }
        else if (weights.Count > 0 && SoftTargets(spec))
        {
            context.Report(RuleIds.ClassWeights, "CrossEntropyLoss: ClassWeights go with class indices, not with SoftTargets.\nRemove one of the two.", "ClassWeights");
        }
        else if (weights.Count > 0 && weights.Count != classes)
        {
            context.Report(RuleIds.ClassWeights, $"CrossEntropyLoss: ClassWeights has {weights.Count} values for {classes} classes.\nGive one weight for each class.", "ClassWeights");
        }
        else if (weights.Any(weight => !(weight > 0) || double.IsInfinity(weight)))
        {
            context.Report(RuleIds.ClassWeights, "CrossEntropyLoss: a class weight is not a number above 0.\nGive a positive weight for each class.", "ClassWeights");
        }
    }

    public override LossTarget Target(LayerSpec spec, Shape prediction) =>
        SoftTargets(spec) ? base.Target(spec, prediction) : new LossTarget(IsLabels: true, prediction.Leading, prediction.Columns);

    public override LossTerms Lower(LayerSpec spec, Value prediction, Value target, TensorGraph graph)
    {
        Value logarithm = graph.LogOf(prediction);
        double smoothing = Smoothing(spec);
        Scalar given = SoftTargets(spec) ? Arg(1) : new Scalar.OneHot(1);
        Scalar smoothed = Add(Multiply(Of(1 - smoothing), given), Of(smoothing / prediction.Type.Shape.Columns));
        if (Weights(spec).Count == 0)
        {
            return new LossTerms(graph.SumLast(graph.Map(Negate(Multiply(smoothed, Arg(0))), logarithm, target)));
        }

        Value weights = graph.Constant(Weights(spec).ToArray());
        Value loss = graph.SumLast(graph.Map(Negate(Multiply(Multiply(Arg(2), smoothed), Arg(0))), logarithm, target, weights));
        Value weightOfLabel = graph.SumLast(graph.Map(Multiply(new Scalar.OneHot(0), Arg(1)), prediction.Type, target, weights));
        return new LossTerms(loss, weightOfLabel);
    }

    private static double Smoothing(LayerSpec spec) => spec.Get("LabelSmoothing", 0.0);

    private static bool SoftTargets(LayerSpec spec) => spec.Get("SoftTargets", false);

    private static EquatableArray<double> Weights(LayerSpec spec) => spec.Get("ClassWeights", default(EquatableArray<double>));
}

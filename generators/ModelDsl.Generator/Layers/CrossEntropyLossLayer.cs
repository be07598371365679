using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>−Σ w·q·ln p over the classes.</summary>
internal sealed class CrossEntropyLossLayer : LossKind
{
    public override string Name => "CrossEntropyLoss";

    public override string? RequiredActivation => "Softmax";

    public override string Describe(LayerSpec spec)
    {
        string[] options =
        [
            .. Smoothing(spec) > 0 ? [$"LabelSmoothing = {ScalarText.Number(Smoothing(spec))}"] : Array.Empty<string>(),
            .. Ignored(spec) is { } ignored ? [$"IgnoreIndex = {ignored}"] : Array.Empty<string>(),
        ];
        return options.Length == 0 ? Name : $"{Name}({string.Join(", ", options)})";
    }

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
            context.Report(RuleIds.ClassWeights, "CrossEntropyLoss: ClassWeights go with class indices, not with SoftTargets.\nRemove one of the two.", "ClassWeights", "drop");
        }
        else if (weights.Count > 0 && weights.Count != classes)
        {
            context.Report(RuleIds.ClassWeights, $"CrossEntropyLoss: ClassWeights has {weights.Count} values for {classes} classes.\nGive one weight for each class.", "ClassWeights", $"set [{string.Join(", ", Enumerable.Range(0, classes).Select(i => ScalarText.Number(i < weights.Count ? weights[i] : 1)))}]");
        }
        else if (Ignored(spec) is { } ignored && (SoftTargets(spec) || (ignored >= classes || (ignored < 0 && ignored != UsualIgnored))))
        {
            (string fault, string remedy) = SoftTargets(spec)
                ? ("goes with class indices, not with SoftTargets.\nRemove one of the two.", "drop")
                : ($"is {ignored}, but the classes are 0 to {classes - 1}.\nUse one of the classes, or -100, the value of Dataset.Ignored.", "set -100");
            context.Report(RuleIds.BadArgument, $"CrossEntropyLoss: IgnoreIndex {fault}", "IgnoreIndex", remedy);
        }
        else if (weights.Any(weight => !(weight > 0) || double.IsInfinity(weight)))
        {
            int wrong = weights.ToList().FindIndex(weight => !(weight > 0) || double.IsInfinity(weight));
            context.Report(RuleIds.ClassWeights, $"CrossEntropyLoss: ClassWeights has {ScalarText.Number(weights[wrong])} for class {wrong}, but a weight is a number above 0.\nGive a positive weight for each class, or leave one out by IgnoreIndex = {wrong}.", "ClassWeights");
        }
    }

    public override LossTarget Target(LayerSpec spec, Shape prediction) =>
        SoftTargets(spec) ? base.Target(spec, prediction) : new LossTarget(IsLabels: true, prediction.Leading, prediction.Columns, Ignored: Ignored(spec));

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph)
    {
        (Value prediction, Value target) = operands;
        Value logarithm = graph.LogOf(prediction);
        double smoothing = Smoothing(spec);
        Scalar given = SoftTargets(spec) ? Arg(1) : new Scalar.OneHot(1);
        Scalar smoothed = Add(Multiply(Of(1 - smoothing), given), Of(smoothing / prediction.Type.Shape.Columns));
        if (Ignored(spec) is { } ignored)
        {
            return Counted(spec, logarithm, target, smoothing, ignored, graph);
        }

        if (Weights(spec).Count == 0)
        {
            return new LossTerms(graph.SumLast(graph.Map(Negate(Multiply(smoothed, Arg(0))), logarithm, target)));
        }

        Value weights = graph.Constant(Weights(spec).ToArray());
        Value loss = graph.SumLast(graph.Map(Negate(Multiply(Multiply(Arg(2), smoothed), Arg(0))), logarithm, target, weights));
        Value weightOfLabel = graph.SumLast(graph.Map(Multiply(new Scalar.OneHot(0), Arg(1)), prediction.Type, target, weights));
        return new LossTerms(loss, weightOfLabel);
    }

    /// <summary>The loss where positions with one class index do not count.</summary>
    private static LossTerms Counted(LayerSpec spec, Value logarithm, Value target, double smoothing, int ignored, TensorGraph graph)
    {
        int classes = logarithm.Type.Shape.Columns;
        double[] weights = Weights(spec).Count > 0 ? Weights(spec).ToArray() : [.. Enumerable.Repeat(1.0, classes)];
        Value counts = OfLabel([.. weights.Select((_, label) => label == ignored ? 0.0 : 1)]);
        Scalar smoothed = Add(Multiply(Of(1 - smoothing), new Scalar.OneHot(1)), Of(smoothing / classes));
        Scalar loss = Negate(Multiply(Multiply(Multiply(Arg(2), Arg(3)), smoothed), Arg(0)));
        Value sum = graph.SumLast(graph.Map(loss, logarithm, target, counts, graph.Constant(weights)));
        return new LossTerms(sum, OfLabel([.. weights.Select((weight, label) => label == ignored ? 0 : weight)]));

        // A label that is no class has no weight.
        Value OfLabel(double[] table) => graph.SumLast(graph.Map(Multiply(new Scalar.OneHot(0), Arg(1)), logarithm.Type, target, graph.Constant(table)));
    }

    /// <summary>The class index whose positions do not count, or null.</summary>
    private static int? Ignored(LayerSpec spec) => spec.Get("IgnoreIndex", int.MinValue) is var index && index != int.MinValue ? index : null;

    private static double Smoothing(LayerSpec spec) => spec.Get("LabelSmoothing", 0.0);

    private static bool SoftTargets(LayerSpec spec) => spec.Get("SoftTargets", false);

    private static EquatableArray<double> Weights(LayerSpec spec) => spec.Get("ClassWeights", default(EquatableArray<double>));
}

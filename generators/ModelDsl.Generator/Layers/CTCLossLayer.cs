using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>−ln of the sum over all paths that give the labels.</summary>
internal sealed class CTCLossLayer : LossKind
{
    public override string Name => "CTCLoss";

    public override string? RequiredActivation => "Softmax";

    public override bool ComparesSequences => true;

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    protected override bool HasShape(LayerContext context)
    {
        if (context.Input.Rank == 2)
        {
            return true;
        }

        bool isExample = context.Input.Rank == 1 && context.Previous?.Kind is SoftmaxLayer;
        context.Report(
            RuleIds.WrongRank,
            $"CTCLoss needs (steps, classes), but its input is {context.Input}.\nKeep the steps until there, or use CrossEntropyLoss for one class of each example.",
            remedy: isExample ? "replace CrossEntropyLoss" : string.Empty);
        return false;
    }

    protected override void CheckOptions(LayerContext context)
    {
        (int labels, int blank) = (Labels(context.Spec), Blank(context.Spec));
        (int steps, int classes) = (context.Input[0], context.Input.Columns);
        if (labels < 1)
        {
            context.Report(RuleIds.NonPositiveSize, $"CTCLoss: {labels} labels, but an example has at least 1.\nGive the most labels that an example has, at most the {steps} steps.", "labels", "set 1");
        }
        else if (labels > steps)
        {
            context.Report(RuleIds.BadArgument, $"CTCLoss: {labels} labels do not fit the {steps} steps of {context.Input}: a step gives at most one.\nUse at most {steps}, or leave more steps.", "labels", $"set {steps}");
        }
        else if (blank < 0 || blank >= classes)
        {
            context.Report(RuleIds.BadArgument, $"CTCLoss: Blank is {blank}, but the classes are 0 to {classes - 1}.\nUse one of them, such as {(blank < 0 ? 0 : classes - 1)}.", "Blank", $"set {(blank < 0 ? 0 : classes - 1)}");
        }
    }

    public override LossTarget Target(LayerSpec spec, Shape prediction) =>
        new(IsLabels: true, new Shape(Labels(spec)), prediction.Columns, Ignored: UsualIgnored, Blank: Blank(spec));

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph)
    {
        (Value prediction, Value labels) = operands;
        return new LossTerms(graph.CTC(Blank(spec), graph.LogOf(prediction), labels, operands.Lengths));
    }

    private static int Labels(LayerSpec spec) => spec.Get("labels", 1);

    private static int Blank(LayerSpec spec) => spec.Get("Blank", 0);
}

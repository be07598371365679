using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>What a loss compares a prediction with.</summary>
/// <param name="IsLabels">Class indices rather than values.</param>
/// <param name="Shape">The shape of one example's target; of no elements where there is none.</param>
/// <param name="ClassCount">The number of classes that an index may name, 0 for values.</param>
/// <param name="IsBinary">Values that say how likely one of two answers is, in [0, 1].</param>
/// <param name="Ignored">The class index whose positions do not count, or null.</param>
/// <param name="Blank">The class index that no label is, where labels are a sequence that is not aligned with the prediction; else null.</param>
internal sealed record LossTarget(bool IsLabels, Shape Shape, int ClassCount, bool IsBinary = false, int? Ignored = null, int? Blank = null)
{
    public static LossTarget None { get; } = new(IsLabels: false, new Shape(0), ClassCount: 0);

    /// <summary>Whether the prediction is compared with nothing.</summary>
    public bool IsNone => Shape.Size == 0;
}

/// <summary>What a loss is computed from.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Target">What it is compared with; null for a loss without a target.</param>
/// <param name="Lengths">How many of the prediction's steps count, where that differs from example to example; else null.</param>
internal sealed record LossOperands(Value Prediction, Value? Target, Value? Lengths)
{
    /// <summary>Prediction and target of a loss that has one.</summary>
    public void Deconstruct(out Value prediction, out Value target) =>
        (prediction, target) = (Prediction, Target ?? throw new InvalidOperationException("The loss has no target."));
}

/// <summary>A loss of each position (all axes of the prediction but the last), or of each example, and what a position counts in the mean besides its example's weight.</summary>
/// <param name="Loss">The losses, class weights included.</param>
/// <param name="Weight">The weights that the mean divides by; null where each position counts 1.</param>
internal sealed record LossTerms(Value Loss, Value? Weight = null);

/// <summary>A kind of loss.</summary>
internal abstract class LossKind : LayerKind
{
    /// <summary>The library's <c>Dataset.Ignored</c>.</summary>
    protected const int UsualIgnored = -100;

    public override string Stem => "loss";

    public override LayerRole Role => LayerRole.Loss;

    /// <summary>The name of the loss that most likely belongs behind a layer.</summary>
    public static string Behind(string? layer) => layer switch
    {
        "Softmax" => "CrossEntropyLoss",
        "Sigmoid" => "BinaryCrossEntropyLoss",
        _ => "MeanSquaredErrorLoss",
    };

    /// <summary>Whether a product of logits and its stable loss belong together: the activation that this loss must follow, or null for any.</summary>
    public virtual string? RequiredActivation => null;

    /// <summary>Whether labels are a sequence that is not aligned with the prediction.</summary>
    public virtual bool ComparesSequences => false;

    /// <summary>The rule that a model breaks where this loss does not follow its activation.</summary>
    public string ActivationRule => RequiredActivation == "Softmax" ? RuleIds.LossNeedsSoftmax : RuleIds.LossNeedsSigmoid;

    /// <summary>Whether the prediction has the axes that the loss is defined on; a report where not.</summary>
    protected virtual bool HasShape(LayerContext context) => true;

    /// <summary>Checks the options; the activation before is checked for all losses alike.</summary>
    protected virtual void CheckOptions(LayerContext context)
    {
    }

    public sealed override Shape? Infer(LayerContext context)
    {
        int before = context.Faults.Count(fault => !fault.IsAdvice);
        if (!HasShape(context))
        {
            return null;
        }

        if (RequiredActivation is { } required && context.Previous?.Kind.Name != required)
        {
            ReportActivation(context, required);
        }
        else
        {
            CheckOptions(context);
        }

        return context.Faults.Count(fault => !fault.IsAdvice) == before ? context.Input : null;
    }

    /// <summary>The loss does not follow the activation that it is defined on: most likely the activation is missing, or one of the two is meant for another task.</summary>
    private void ReportActivation(LayerContext context, string required)
    {
        LayerKind? before = context.Previous?.Kind;
        string got = before?.Name ?? "the input", replace = $"replace@{context.Previous?.Spec.Attribute}";
        bool isActivation = before?.Role == LayerRole.Activation, isOne = context.Input.Columns == 1;
        (string advice, string remedy) = (Name, before?.Name) switch
        {
            ("CrossEntropyLoss", "Sigmoid") when isOne => ("For one output that is yes or no, use BinaryCrossEntropyLoss.", "replace BinaryCrossEntropyLoss"),
            ("CrossEntropyLoss", _) when isOne =>
                ("For one output that is yes or no, use Sigmoid and BinaryCrossEntropyLoss.", $"{(isActivation ? replace : "insert")} Sigmoid; replace BinaryCrossEntropyLoss"),
            (_, _) when isOne && required == "Softmax" => ("Use Softmax on as many units as there are classes.", string.Empty),
            ("BinaryCrossEntropyLoss", "Softmax") => ("For one class of several, use CrossEntropyLoss.", "replace CrossEntropyLoss"),
            _ when isActivation => ($"Use {required} in place of {got}.", $"{replace} {required}"),
            _ => ($"Insert [{required}] before it.", $"insert {required}"),
        };
        context.Report(ActivationRule, $"{Name} is defined on probabilities from {required}, but it follows {got} with output {context.Input}.\n{advice}", remedy: remedy);
    }

    public virtual LossTarget Target(LayerSpec spec, Shape prediction) => new(IsLabels: false, prediction, ClassCount: 0);

    /// <summary>The loss in terms of the graph's operations.</summary>
    public abstract LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph);

    /// <summary>The mean over the last axis of a loss of each element.</summary>
    protected static LossTerms MeanOverLast(TensorGraph graph, Scalar expression, LossOperands operands)
    {
        (Value prediction, Value target) = operands;
        Scalar share = ScalarMath.Multiply(expression, ScalarMath.Of(1.0 / prediction.Type.Shape.Columns));
        return new LossTerms(graph.SumLast(graph.Map(share, prediction, target)));
    }
}

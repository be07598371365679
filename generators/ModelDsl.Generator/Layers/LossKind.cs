using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>What a loss compares a prediction with.</summary>
/// <param name="IsLabels">Class indices rather than values.</param>
/// <param name="Shape">The shape of one example's target.</param>
/// <param name="ClassCount">The number of classes that an index may name, 0 for values.</param>
internal sealed record LossTarget(bool IsLabels, Shape Shape, int ClassCount)
{
    public static LossTarget None { get; } = new(IsLabels: false, Shape.Scalar, ClassCount: 0);
}

/// <summary>A loss of each position (all axes of the prediction but the last), and what a position counts in the mean besides its example's weight.</summary>
/// <param name="Loss">The losses, class weights included.</param>
/// <param name="Weight">The weights that the mean divides by; null where each position counts 1.</param>
internal sealed record LossTerms(Value Loss, Value? Weight = null);

/// <summary>A kind of loss.</summary>
internal abstract class LossKind : LayerKind
{
    public override string Stem => "loss";

    public override LayerRole Role => LayerRole.Loss;

    /// <summary>Whether a product of logits and its stable loss belong together: the activation that this loss must follow, or null for any.</summary>
    public virtual string? RequiredActivation => null;

    public virtual LossTarget Target(LayerSpec spec, Shape prediction) => new(IsLabels: false, prediction, ClassCount: 0);

    /// <summary>The loss in terms of the graph's operations.</summary>
    public abstract LossTerms Lower(LayerSpec spec, Value prediction, Value target, TensorGraph graph);

    /// <summary>The mean over the last axis of a loss of each element.</summary>
    protected static LossTerms MeanOverLast(TensorGraph graph, Scalar expression, Value prediction, Value target)
    {
        Scalar share = ScalarMath.Multiply(expression, ScalarMath.Of(1.0 / prediction.Type.Shape.Columns));
        return new LossTerms(graph.SumLast(graph.Map(share, prediction, target)));
    }
}

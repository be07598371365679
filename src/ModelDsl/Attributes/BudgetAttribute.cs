namespace ModelDsl;

/// <summary>
/// What a model may cost at most: a model that costs more does not compile. Stands on a class with <see cref="ModelAttribute"/>; what is not written has no limit.
/// </summary>
/// <remarks>The figures are those of <c>Summary</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The most elements that are trained, those of shared weights counted once; at least 1. No limit by default.</summary>
    public long MaxParameters { get; set; } = long.MaxValue;

    /// <summary>
    /// The most floating-point operations of one example's forward pass, two for a multiply-add, at least 1. Element-wise work is not counted. No limit by default.
    /// </summary>
    public long MaxFlops { get; set; } = long.MaxValue;

    /// <summary>
    /// The most bytes of activations that one example's training step keeps for the backward pass, at least 1: a batch keeps as many times more as it has examples. A model without
    /// a loss keeps none. No limit by default.
    /// </summary>
    public long MaxActivationBytes { get; set; } = long.MaxValue;

    /// <summary>The most bytes of all that is saved, trained weights and running statistics, in the model's precision; at least 1. No limit by default.</summary>
    public long MaxWeightBytes { get; set; } = long.MaxValue;
}

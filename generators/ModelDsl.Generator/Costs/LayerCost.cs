namespace ModelDsl.Generator.Costs;

/// <summary>What a layer, or a model, costs.</summary>
/// <param name="Parameters">The elements that are trained; those that several uses share count once.</param>
/// <param name="Weights">The elements that are saved: what is trained, and running statistics.</param>
/// <param name="MultiplyAdds">The multiply-adds of one example's forward pass. Element-wise work counts as none.</param>
/// <param name="Kept">The elements of the activations that one example's training step keeps for the backward pass.</param>
internal readonly record struct LayerCost(long Parameters, long Weights, long MultiplyAdds, long Kept)
{
    /// <summary>The floating-point operations of one example's forward pass, two for a multiply-add.</summary>
    public long Flops => 2 * MultiplyAdds;

    public static LayerCost operator +(LayerCost left, LayerCost right) =>
        new(left.Parameters + right.Parameters, left.Weights + right.Weights, left.MultiplyAdds + right.MultiplyAdds, left.Kept + right.Kept);

    public static LayerCost operator *(int times, LayerCost cost) => new(times * cost.Parameters, times * cost.Weights, times * cost.MultiplyAdds, times * cost.Kept);
}

namespace ModelDsl;

/// <summary>e^x divided by its sum along the last axis: probabilities that add up to 1. Before <see cref="CrossEntropyLossAttribute"/> the two are computed together, as a log-sum-exp.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute
{
}

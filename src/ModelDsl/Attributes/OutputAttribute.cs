namespace ModelDsl;

/// <summary>An output of a model that has several: a block of layers that ends with a loss of its own. The model minimises the weighted sum of all of them.</summary>
/// <typeparam name="Head">The block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute<Head> : LayerAttribute
    where Head : class
{
    /// <summary>What the loss counts in the sum, at least 0; 1 by default.</summary>
    public double Weight { get; set; } = 1;
}

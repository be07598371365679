namespace ModelDsl;

/// <summary>The same elements in the same order under another shape: (784) to (28, 28, 1). Costs nothing.</summary>
/// <param name="shape">The sizes of the axes, each at least 1; one of them may be −1: what remains.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReshapeAttribute(params int[] shape) : LayerAttribute
{
    /// <summary>The sizes of the axes.</summary>
    public int[] Shape { get; } = shape;
}

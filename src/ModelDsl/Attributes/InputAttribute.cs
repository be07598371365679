namespace ModelDsl;

/// <summary>The shape of one example's features, the batch never written: (features), (time, features), (height, width, channels).</summary>
/// <param name="shape">The sizes of the axes, each at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(params int[] shape) : LayerAttribute
{
    /// <summary>The sizes of the axes.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>Whether examples (length, features) may have fewer steps than declared: each has a length besides, and steps behind it do not count. False by default.</summary>
    public bool Lengths { get; set; }
}

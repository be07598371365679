namespace ModelDsl;

/// <summary>The axes in another order: <c>Permute(2, 1)</c> turns (time, features) into (features, time). They are counted from 1, the batch not among them, as in Keras.</summary>
/// <param name="axes">For each axis of the output, the number of the input's axis; each number once.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PermuteAttribute(params int[] axes) : LayerAttribute
{
    /// <summary>For each axis of the output, the number of the input's axis.</summary>
    public int[] Axes { get; } = axes;
}

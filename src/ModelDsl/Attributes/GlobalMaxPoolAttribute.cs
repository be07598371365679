namespace ModelDsl;

/// <summary>The largest value of each channel over all other axes: (height, width, channels) or (length, channels) to (channels).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalMaxPoolAttribute : LayerAttribute
{
}

namespace ModelDsl;

/// <summary>The mean of each channel over all other axes: (height, width, channels) or (length, channels) to (channels).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAveragePoolAttribute : LayerAttribute
{
}

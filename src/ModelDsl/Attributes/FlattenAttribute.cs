namespace ModelDsl;

/// <summary>Joins all axes of an example into one: (28, 28, 1) to (784). Costs nothing.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute
{
}

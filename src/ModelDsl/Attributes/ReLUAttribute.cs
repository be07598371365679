namespace ModelDsl;

/// <summary>The activation max(x, 0) (Nair and Hinton 2010).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReLUAttribute : LayerAttribute
{
}

namespace ModelDsl;

/// <summary>The activation ln(1 + e^x).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftplusAttribute : LayerAttribute
{
}

namespace ModelDsl;

/// <summary>The activation x·Φ(x) with the exact normal distribution function (Hendrycks and Gimpel 2016).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GELUAttribute : LayerAttribute
{
}

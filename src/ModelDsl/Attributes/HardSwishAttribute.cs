namespace ModelDsl;

/// <summary>The activation x·min(max(x + 3, 0), 6) / 6 (Howard et al. 2019).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardSwishAttribute : LayerAttribute
{
}

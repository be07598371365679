namespace ModelDsl;

/// <summary>The activation x·sigmoid(x) (Elfwing et al. 2017).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SiLUAttribute : LayerAttribute
{
}

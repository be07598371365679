namespace ModelDsl;

/// <summary>The activation λ·x for x > 0, else λ·α·(e^x − 1), with λ = 1.0507009873554805 and α = 1.6732632423543772 (Klambauer et al. 2017).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SELUAttribute : LayerAttribute
{
}

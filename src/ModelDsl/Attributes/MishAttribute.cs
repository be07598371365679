namespace ModelDsl;

/// <summary>The activation x·tanh(softplus(x)) (Misra 2019).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MishAttribute : LayerAttribute
{
}

namespace ModelDsl;

/// <summary>The activation 1 / (1 + e^−x): a probability for each output.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SigmoidAttribute : LayerAttribute
{
}

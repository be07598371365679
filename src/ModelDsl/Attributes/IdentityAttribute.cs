namespace ModelDsl;

/// <summary>Gives its input back: the skip path of a branch, and the layer of <see cref="Identity"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IdentityAttribute : LayerAttribute
{
}

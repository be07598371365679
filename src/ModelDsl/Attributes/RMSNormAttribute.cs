namespace ModelDsl;

/// <summary>
/// γ·x / √(mean of x² + ε), the mean taken over the last axis at each place (Zhang and Sennrich 2019); the shape stays. Weight files hold γ as
/// <c>weight</c> [features].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RMSNormAttribute : LayerAttribute
{
    /// <summary>ε, above 0, which keeps a constant from being divided by 0; 1e-6 by default.</summary>
    public double Epsilon { get; set; } = 1e-6;

    /// <summary>Whether each feature has a scale γ to be learned, 1 at first; true by default.</summary>
    public bool Scale { get; set; } = true;
}

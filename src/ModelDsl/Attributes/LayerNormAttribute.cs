namespace ModelDsl;

/// <summary>
/// γ·(x − μ) / √(σ² + ε) + β, where mean and variance are those of the last axis at each place (Ba et al. 2016); the shape stays. Weight files hold γ as
/// <c>weight</c> and β as <c>bias</c>, each [features].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>ε, above 0, which keeps a constant from being divided by 0; 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each feature has a scale γ to be learned, 1 at first; true by default.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>Whether each feature has an offset β to be learned, 0 at first; true by default.</summary>
    public bool Offset { get; set; } = true;
}

namespace ModelDsl;

/// <summary>
/// (x − μ) / √(σ² + ε), where mean and variance are those of each channel over all pixels of an example (Ulyanov et al. 2016), then γ·x + β where asked
/// for; the shape stays. Weight files hold γ as <c>weight</c> and β as <c>bias</c>, each [channels].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InstanceNormAttribute : LayerAttribute
{
    /// <summary>ε, above 0, which keeps a constant from being divided by 0; 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each channel has a scale γ to be learned, 1 at first; false by default.</summary>
    public bool Scale { get; set; }

    /// <summary>Whether each channel has an offset β to be learned, 0 at first; false by default.</summary>
    public bool Offset { get; set; }
}

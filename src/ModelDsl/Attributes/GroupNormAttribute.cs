namespace ModelDsl;

/// <summary>
/// γ·(x − μ) / √(σ² + ε) + β, where mean and variance are those of a group of channels over all pixels of an example (Wu and He 2018); the shape stays.
/// Weight files hold γ as <c>weight</c> and β as <c>bias</c>, each [channels].
/// </summary>
/// <param name="groups">The number of groups of neighbouring channels, at least 1, which divides the channels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>The number of groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>ε, above 0, which keeps a constant from being divided by 0; 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each channel has a scale γ to be learned, 1 at first; true by default.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>Whether each channel has an offset β to be learned, 0 at first; true by default.</summary>
    public bool Offset { get; set; } = true;
}

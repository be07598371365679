namespace ModelDsl;

/// <summary>
/// γ·(x − μ) / √(σ² + ε) + β, where mean and variance of each channel (the last axis) are those of the batch in training, and running averages of them in
/// inference (Ioffe and Szegedy 2015); the shape stays. Weight files hold γ as <c>weight</c>, β as <c>bias</c>, and the averages as <c>running_mean</c>
/// and <c>running_var</c>, each [channels].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>
    /// How far, in (0, 1], each step moves the running averages towards the batch's: running = (1 − m)·running + m·batch, the variance unbiased, as in
    /// PyTorch; 0.1 by default (Keras writes the same as 0.9).
    /// </summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>ε, above 0, which keeps a constant from being divided by 0; 1e-5 by default.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each channel has a scale γ to be learned, 1 at first; true by default.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>Whether each channel has an offset β to be learned, 0 at first; true by default.</summary>
    public bool Offset { get; set; } = true;
}

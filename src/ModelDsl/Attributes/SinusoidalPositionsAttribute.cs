namespace ModelDsl;

/// <summary>
/// Adds sin(t / 10000^(2i/c)) to feature 2i and cos(t / 10000^(2i/c)) to feature 2i + 1 of position t (Vaswani et al. 2017, section 3.5); the shape
/// (length, c) stays, c being even. Nothing is learned.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SinusoidalPositionsAttribute : LayerAttribute;

namespace ModelDsl;

/// <summary>½·(p − t)² where |p − t| ≤ δ, else δ·(|p − t| − ½·δ), averaged over the outputs (Huber 1964). Targets are values.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HuberLossAttribute : LossAttribute
{
    /// <summary>δ, above 0: where the loss turns from quadratic to linear; 1 by default.</summary>
    public double Delta { get; set; } = 1;
}

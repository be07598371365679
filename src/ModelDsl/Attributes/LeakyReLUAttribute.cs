namespace ModelDsl;

/// <summary>The activation x for x > 0, else slope·x (Maas et al. 2013).</summary>
/// <param name="slope">The slope for negative values; 0.01 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LeakyReLUAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>The slope for negative values.</summary>
    public double Slope { get; } = slope;
}

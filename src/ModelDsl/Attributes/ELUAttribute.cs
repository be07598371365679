namespace ModelDsl;

/// <summary>The activation x for x > 0, else α·(e^x − 1) (Clevert et al. 2015).</summary>
/// <param name="alpha">The limit for very negative values, negated; 1 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ELUAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>The limit for very negative values, negated.</summary>
    public double Alpha { get; } = alpha;
}

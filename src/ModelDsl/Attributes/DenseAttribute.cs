namespace ModelDsl;

/// <summary>
/// A fully connected layer on the last axis of its input: y = x·W + b, (…, features) to (…, units). Weight files hold
/// <c>weight</c> as [units, features] and <c>bias</c> as [units].
/// </summary>
/// <param name="units">The width of the output, at least 1, or one of <see cref="Width"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units) : LayerAttribute
{
    /// <summary>The width of the output.</summary>
    public int Units { get; } = units;

    /// <summary>Whether a bias is added; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weights start; <see cref="Initializer.GlorotUniform"/> by default.</summary>
    public Initializer Initializer { get; set; }

    /// <summary>The value of the weights under <see cref="Initializer.Constant"/>; 0 by default.</summary>
    public double InitialValue { get; set; }

    /// <summary>How the bias starts; <see cref="Initializer.Zeros"/> by default.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The value of the bias under <see cref="Initializer.Constant"/>; 0 by default.</summary>
    public double BiasValue { get; set; }
}

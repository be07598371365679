namespace ModelDsl;

/// <summary>
/// Adds a row of a table that is learned to each position of a sequence; the shape (length, features) stays. Weight files hold the table as <c>weight</c>,
/// [length, features].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PositionalEmbeddingAttribute : LayerAttribute
{
    /// <summary>How the table starts; <see cref="Initializer.Normal"/> by default.</summary>
    public Initializer Initializer { get; set; } = Initializer.Normal;

    /// <summary>The deviation under <see cref="Initializer.Normal"/>, 0.02 by default, or the value under <see cref="Initializer.Constant"/>.</summary>
    public double InitialValue { get; set; } = 0.02;
}

namespace ModelDsl;

/// <summary>
/// A row of a table that is learned for each id: (length) to (length, width). Weight files hold the table as <c>weight</c>, [count, width].
/// </summary>
/// <param name="count">The number of ids, which are 0 to count − 1; at most 16,777,216.</param>
/// <param name="width">The number of features of each, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EmbeddingAttribute(int count, int width) : LayerAttribute
{
    /// <summary>The number of ids.</summary>
    public int Count { get; } = count;

    /// <summary>The number of features of each.</summary>
    public int Width { get; } = width;

    /// <summary>An id whose row is not trained, such as that which fills short examples up; −1, the default, for none.</summary>
    public int PaddingIndex { get; set; } = -1;

    /// <summary>How the table starts; <see cref="Initializer.Normal"/> by default.</summary>
    public Initializer Initializer { get; set; } = Initializer.Normal;

    /// <summary>The deviation under <see cref="Initializer.Normal"/>, 0.02 by default, or the value under <see cref="Initializer.Constant"/>.</summary>
    public double InitialValue { get; set; } = 0.02;
}

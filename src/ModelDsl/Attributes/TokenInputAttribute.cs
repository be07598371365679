namespace ModelDsl;

/// <summary>
/// Examples that are sequences of ids, such as words or articles: whole numbers from 0 up to the rows of the <see cref="EmbeddingAttribute"/> that follows.
/// </summary>
/// <param name="length">The number of ids of one example, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TokenInputAttribute(int length) : LayerAttribute
{
    /// <summary>The number of ids of one example.</summary>
    public int Length { get; } = length;

    /// <summary>Whether examples may have fewer ids: each has a length besides, and ids behind it do not count. False by default.</summary>
    public bool Lengths { get; set; }
}

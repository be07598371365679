namespace ModelDsl;

/// <summary>
/// Logits by the table of the model's first <see cref="EmbeddingAttribute"/>: x·Eᵀ, (…, width) to (…, count), so that what a token is read as and what it is
/// predicted by are the same numbers (Press and Wolf 2017). It has no parameters of its own, and no bias.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TiedDenseAttribute : LayerAttribute;

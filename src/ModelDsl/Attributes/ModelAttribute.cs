namespace ModelDsl;

/// <summary>Makes a partial class a neural network: the attributes after it, read in source order, are its input, layers and loss.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ModelAttribute : Attribute
{
    /// <summary>The element type; <see cref="Precision.Single"/> by default.</summary>
    public Precision Precision { get; set; }
}

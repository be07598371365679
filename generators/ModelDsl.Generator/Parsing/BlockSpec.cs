using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>A block as its author wrote it.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Layers">The attributes after <c>[Block]</c>, in source order.</param>
/// <param name="IsComplete">Whether everything in it compiles.</param>
internal sealed record BlockSpec(string Name, EquatableArray<LayerSpec> Layers, bool IsComplete = true)
{
    /// <summary>What its uses are called before a number: <c>transformerBlock</c>.</summary>
    public string Stem => char.ToLowerInvariant(Name[0]) + Name.Substring(1);
}

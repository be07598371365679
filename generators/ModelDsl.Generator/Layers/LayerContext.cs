using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>What stands before a layer, and where it reports faults.</summary>
/// <param name="Spec">The layer itself.</param>
/// <param name="Input">The shape that it gets.</param>
/// <param name="Previous">The kind before it, null behind the input.</param>
/// <param name="Faults">Where reports go.</param>
internal sealed record LayerContext(LayerSpec Spec, Shape Input, LayerKind? Previous, ICollection<Fault> Faults)
{
    /// <summary>Reports a fault of this layer, at an argument of it where one is named.</summary>
    public void Report(string rule, string message, string? argument = null, string remedy = "") =>
        Faults.Add(new Fault(rule, new Site(Spec.Attribute, argument), message, remedy));
}

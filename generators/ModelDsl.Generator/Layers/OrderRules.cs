using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The rules about which layer stands where. One mistake gives one report.</summary>
internal static class OrderRules
{
    public static void Check(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, ICollection<Fault> faults)
    {
        if (layers.Count == 0 || layers[0].Kind.Role != LayerRole.Input)
        {
            faults.Add(new Fault(RuleIds.NoInput, Site.Class, "The model does not say what it is given.\nStart with its input, such as [Input(784)]."));
        }
    }
}

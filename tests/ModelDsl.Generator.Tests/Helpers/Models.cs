using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Tests;

/// <summary>Specifications as the parser would read them, for tests of the phases after it.</summary>
internal static class Models
{
    public static LayerSpec Layer(string kind, params (string Name, object Value)[] arguments) =>
        new(kind, 0, new EquatableArray<ArgumentSpec>([.. arguments.Select(argument => new ArgumentSpec(argument.Name, argument.Value))]));

    public static LayerSpec Input(params int[] shape) => Layer("Input", ("shape", new EquatableArray<int>(shape)));

    public static LayerSpec Dense(int units, bool bias = true) => Layer("Dense", ("units", units), ("Bias", bias));

    public static ModelSpec Model(params LayerSpec[] layers) =>
        new("Demo", "Net", IsDouble: false, new EquatableArray<LayerSpec>(layers), IsEmittable: true, IsComplete: true);

    public static Network Network(params LayerSpec[] layers)
    {
        List<Fault> faults = [];
        Network? network = NetworkInference.Infer(Model(layers), faults);
        Assert.Empty(faults);
        return Assert.IsType<Network>(network);
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Tables with a row for each id or position: normal with a deviation of 0.02 at first, unless the options <c>Initializer</c> and <c>InitialValue</c> say otherwise.</summary>
internal static class Tables
{
    private const double UsualDeviation = 0.02;

    /// <summary>Whether the values that the table starts with are defined.</summary>
    public static bool AreValid(LayerContext context) => WeightsAndBias.IsValid(context, "Initializer", "InitialValue", InitializerKind.Normal, UsualDeviation);

    public static ParameterSpec Table(LayerSpec spec, int rows, int columns)
    {
        InitializerKind kind = (InitializerKind)spec.Get("Initializer", (int)InitializerKind.Normal);
        double value = spec.Get("InitialValue", kind == InitializerKind.Normal ? UsualDeviation : 0);
        return new ParameterSpec("weight", new Shape(rows, columns), [0, 1], kind, value, rows, columns, Decays: true);
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>An attribute as its author would write it again: <c>Conv2D(32, 3, Padding = Padding.Same)</c>. How parameters start is left out: it is no part of the network.</summary>
internal static class Description
{
    private static readonly string[] LeftOut = ["Name", "Initializer", "InitialValue", "BiasInitializer", "BiasValue"];

    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["Padding"] = Enum.GetNames(typeof(PaddingKind)),
        ["Interpolation"] = Enum.GetNames(typeof(ResampleKind)),
    };

    public static string Of(LayerSpec spec)
    {
        IEnumerable<string> arguments = spec.Arguments.Where(argument => !LeftOut.Contains(argument.Name) && !IsDefaultBias(argument)).Select(Text);
        string list = string.Join(", ", arguments);
        return list.Length == 0 ? spec.Kind : $"{spec.Kind}({list})";
    }

    private static bool IsDefaultBias(ArgumentSpec argument) => argument is { Name: "Bias", Value: true };

    /// <summary>Parameters, which start with a small letter, need no name.</summary>
    private static string Text(ArgumentSpec argument) =>
        char.IsLower(argument.Name[0]) ? ValueText(argument) : $"{argument.Name} = {ValueText(argument)}";

    private static string ValueText(ArgumentSpec argument) => argument.Value switch
    {
        int number when Members.TryGetValue(argument.Name, out string[]? members) => $"{argument.Name}.{members[number]}",
        int number => Widths.ConstantOf(number) ?? ScalarText.Number(number),
        double number => ScalarText.Number(number),
        bool isTrue => isTrue ? "true" : "false",
        EquatableArray<int> numbers => string.Join(", ", numbers),
        var other => $"{other}",
    };
}

using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>Reads a model's class: the last place that sees symbols.</summary>
internal static class ModelParser
{
    public static ModelSpec Parse(INamedTypeSymbol symbol, ICollection<Fault> faults, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        List<LayerSpec> layers = [];
        bool isDouble = false;
        int number = 0;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.ContainingNamespace.ToDisplayString() == "ModelDsl")
            {
                string kind = type.Name.Substring(0, type.Name.Length - "Attribute".Length);
                if (kind == "Model")
                {
                    isDouble = attribute.NamedArguments.Any(argument => argument.Key == "Precision" && argument.Value.Value is 1);
                }
                else
                {
                    layers.Add(new LayerSpec(kind, number, Arguments(attribute)));
                }
            }

            number++;
        }

        string space = symbol.ContainingNamespace.IsGlobalNamespace ? string.Empty : symbol.ContainingNamespace.ToDisplayString();
        return new ModelSpec(space, symbol.Name, "public", isDouble, new EquatableArray<LayerSpec>([.. layers]), IsEmittable: true);
    }

    private static EquatableArray<ArgumentSpec> Arguments(AttributeData attribute)
    {
        List<ArgumentSpec> arguments = [];
        for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            arguments.Add(new ArgumentSpec(attribute.AttributeConstructor!.Parameters[i].Name, Value(attribute.ConstructorArguments[i])));
        }

        arguments.AddRange(attribute.NamedArguments.Select(argument => new ArgumentSpec(argument.Key, Value(argument.Value))));
        return new EquatableArray<ArgumentSpec>([.. arguments]);
    }

    private static object? Value(TypedConstant constant) => constant.Kind != TypedConstantKind.Array
        ? constant.Value
        : constant.Values.Length > 0 && constant.Values[0].Value is double
            ? new EquatableArray<double>([.. constant.Values.Select(value => (double)value.Value!)])
            : new EquatableArray<int>([.. constant.Values.Select(value => value.Value is int size ? size : 0)]);
}

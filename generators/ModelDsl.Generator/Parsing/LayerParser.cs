using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>Reads one attribute of a model or of a block.</summary>
internal static class LayerParser
{
    private const string BlockAttribute = "ModelDsl.BlockAttribute";

    /// <summary>Whether an attribute makes its class a block.</summary>
    public static bool IsBlock(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == BlockAttribute;

    /// <summary>Whether an attribute stands for a layer, a loss or an input.</summary>
    public static bool IsLayer(AttributeData attribute)
    {
        for (INamedTypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type is { Name: "LayerAttribute", ContainingNamespace: { Name: "ModelDsl", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was written, the blocks of a combinator included.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="number">Its number, from which its place is found.</param>
    /// <param name="site">The number of the model's attribute that led here.</param>
    /// <param name="blocks">What reads blocks.</param>
    /// <param name="token">Ends the work.</param>
    public static LayerSpec Parse(AttributeData attribute, int number, int site, BlockParser blocks, CancellationToken token) => new(
        KindOf(attribute),
        number,
        new EquatableArray<ArgumentSpec>([.. Arguments(attribute)]),
        new EquatableArray<BlockSpec>([.. attribute.AttributeClass!.TypeArguments.Select(block => blocks.Parse(block, site, token))]));

    /// <summary>Whether all of it compiles.</summary>
    public static bool IsComplete(LayerSpec layer, AttributeData attribute) =>
        attribute.AttributeConstructor is not null && layer.Arguments.All(argument => argument.Value is not null) && layer.Blocks.All(block => block.IsComplete);

    /// <summary>The attribute's name without its suffix.</summary>
    public static string KindOf(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.Name;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    private static IEnumerable<ArgumentSpec> Arguments(AttributeData attribute)
    {
        for (int i = 0; i < attribute.ConstructorArguments.Length && attribute.AttributeConstructor is not null; i++)
        {
            yield return new ArgumentSpec(attribute.AttributeConstructor.Parameters[i].Name, ValueOf(attribute.ConstructorArguments[i]));
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments.Where(argument => !argument.Value.IsNull))
        {
            yield return new ArgumentSpec(argument.Key, ValueOf(argument.Value));
        }
    }

    /// <summary>The value of a constant, or null where the code does not compile.</summary>
    private static object? ValueOf(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => null,
        TypedConstantKind.Array when constant.IsNull => new EquatableArray<int>([]),
        TypedConstantKind.Array when constant.Values.Any(value => value.Value is null) => null,
        TypedConstantKind.Array when constant.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Double } =>
            new EquatableArray<double>([.. constant.Values.Select(value => (double)value.Value!)]),
        TypedConstantKind.Array => new EquatableArray<int>([.. constant.Values.Select(value => (int)value.Value!)]),
        _ => constant.Value,
    };
}

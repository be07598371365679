using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>Reads a model's class: the last place that sees symbols.</summary>
internal static class ModelParser
{
    private const string ModelAttribute = "ModelDsl.ModelAttribute";

    private static readonly SymbolDisplayFormat AsWritten = new(miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>What the author wrote. A fault of the declaration is reported once; what follows from it is not.</summary>
    public static ModelSpec Parse(INamedTypeSymbol symbol, ICollection<Fault> faults, CancellationToken token)
    {
        AttributeData[] written = [.. symbol.GetAttributes().Where(attribute => attribute.ApplicationSyntaxReference is not null)];
        AttributeData model = written.First(attribute => attribute.AttributeClass?.ToDisplayString() == ModelAttribute);
        TypeDeclarationSyntax declaration = DeclarationOf(model, token)!;
        IReadOnlyList<AttributeSyntax> order = AttributesOf(declaration);
        bool isDouble = model.NamedArguments.Any(argument => argument.Key == "Precision" && argument.Value.Value is 1);
        Fault? unfit = DeclarationRules.Check(symbol, declaration, isDouble);
        if (unfit is not null)
        {
            faults.Add(unfit);
        }
        else if (model.NamedArguments.FirstOrDefault(argument => argument.Key == "Precision").Value.Value is int and not (0 or 1))
        {
            faults.Add(new Fault(RuleIds.BadArgument, new Site(IndexOf(AttributesOf(declaration), model, token), "Precision"), "Model: Precision is no member of its enum.\nUse Precision.Single or Precision.Double.", "set Precision.Single"));
        }

        List<LayerSpec> layers = [];
        bool isComplete = true;
        foreach (AttributeData attribute in written)
        {
            token.ThrowIfCancellationRequested();
            int number = IndexOf(order, attribute, token);
            isComplete &= attribute.AttributeClass?.TypeKind != TypeKind.Error;
            if (!IsLayer(attribute))
            {
                continue;
            }

            if (number < 0)
            {
                AddOnce(faults, new Fault(RuleIds.SeveralParts, Site.Class, $"{symbol.Name} has layers on more than one part, so their order is not known.\nWrite all of them on the part with [Model]."));
            }
            else if (number < IndexOf(order, model, token))
            {
                AddOnce(faults, new Fault(RuleIds.ModelNotFirst, new Site(IndexOf(order, model, token)), "[Model] stands after layers.\nWrite it before them: the layers are read from there on."));
            }

            isComplete &= attribute.AttributeConstructor is not null && Arguments(attribute).All(argument => argument.Value is not null);
            layers.Add(new LayerSpec(KindOf(attribute), number, new EquatableArray<ArgumentSpec>([.. Arguments(attribute)])));
        }

        return new ModelSpec(
            symbol.ContainingNamespace.IsGlobalNamespace ? string.Empty : symbol.ContainingNamespace.ToDisplayString(),
            symbol.ToDisplayString(AsWritten),
            isDouble,
            new EquatableArray<LayerSpec>([.. layers.OrderBy(layer => layer.Attribute)]),
            IsEmittable: unfit is null,
            isComplete && faults.Count == 0);
    }

    /// <summary>Whether this declaration is the one that [Model] makes a model: the first, where two parts say so, which C# itself reports.</summary>
    public static bool IsDeclaredBy(INamedTypeSymbol symbol, SyntaxNode declaration, CancellationToken token) =>
        symbol.GetAttributes().First(attribute => attribute.AttributeClass?.ToDisplayString() == ModelAttribute) is var model && DeclarationOf(model, token) == declaration;

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

    /// <summary>The attributes of a declaration in source order: a <see cref="Site"/> is a number among them.</summary>
    public static IReadOnlyList<AttributeSyntax> AttributesOf(TypeDeclarationSyntax declaration) =>
        [.. declaration.AttributeLists.SelectMany(list => list.Attributes)];

    /// <summary>The declaration that an attribute is written on.</summary>
    public static TypeDeclarationSyntax? DeclarationOf(AttributeData attribute, CancellationToken token) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(token).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static int IndexOf(IReadOnlyList<AttributeSyntax> order, AttributeData attribute, CancellationToken token)
    {
        SyntaxNode syntax = attribute.ApplicationSyntaxReference!.GetSyntax(token);
        for (int i = 0; i < order.Count; i++)
        {
            if (order[i] == syntax)
            {
                return i;
            }
        }

        return -1;
    }

    private static string KindOf(AttributeData attribute)
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

    private static void AddOnce(ICollection<Fault> faults, Fault fault)
    {
        if (faults.Count == 0)
        {
            faults.Add(fault);
        }
    }
}

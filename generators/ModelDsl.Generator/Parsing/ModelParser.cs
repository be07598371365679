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

        BlockParser blocks = new(faults);
        List<LayerSpec> layers = [];
        bool isComplete = true;
        foreach (AttributeData attribute in written)
        {
            token.ThrowIfCancellationRequested();
            int number = IndexOf(order, attribute, token);
            isComplete &= attribute.AttributeClass?.TypeKind != TypeKind.Error;
            if (!LayerParser.IsLayer(attribute))
            {
                continue;
            }

            if (number < 0)
            {
                AddOnce(faults, new Fault(RuleIds.SeveralParts, Site.Class, $"{symbol.Name} has layers on more than one part, so their order is not known.\nWrite all of them on the part with [Model]."));
            }
            else if (number < IndexOf(order, model, token))
            {
                AddOnce(faults, new Fault(RuleIds.ModelNotFirst, new Site(IndexOf(order, model, token)), "[Model] stands after layers.\nWrite it before them: the layers are read from there on.", "move-first"));
            }

            LayerSpec layer = LayerParser.Parse(attribute, number, number, blocks, token);
            isComplete &= LayerParser.IsComplete(layer, attribute);
            layers.Add(layer);
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

    /// <summary>The attributes of a declaration in source order: a <see cref="Site"/> is a number among them.</summary>
    public static IReadOnlyList<AttributeSyntax> AttributesOf(TypeDeclarationSyntax declaration) =>
        [.. declaration.AttributeLists.SelectMany(list => list.Attributes)];

    /// <summary>The declaration that an attribute is written on.</summary>
    public static TypeDeclarationSyntax? DeclarationOf(AttributeData attribute, CancellationToken token) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(token).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>The number of an attribute among those of a declaration, −1 where it stands on another.</summary>
    public static int IndexOf(IReadOnlyList<AttributeSyntax> order, AttributeData attribute, CancellationToken token)
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

    private static void AddOnce(ICollection<Fault> faults, Fault fault)
    {
        if (faults.Count == 0)
        {
            faults.Add(fault);
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>Reads the blocks that combinators name, and the blocks in those. Faults are reported at the attribute of the model that led there.</summary>
internal sealed class BlockParser(ICollection<Fault> faults)
{
    private readonly List<INamedTypeSymbol> path = [];

    /// <summary>A block; one without layers after a report.</summary>
    /// <param name="type">The class, from this project or from one that it refers to.</param>
    /// <param name="site">The number of the model's attribute that led to it.</param>
    /// <param name="token">Ends the work.</param>
    public BlockSpec Parse(ITypeSymbol type, int site, CancellationToken token)
    {
        if (type is not INamedTypeSymbol symbol || type.TypeKind == TypeKind.Error)
        {
            return Incomplete(type);
        }

        AttributeData[] written = [.. symbol.GetAttributes().Where(attribute => LayerParser.IsLayer(attribute) || LayerParser.IsBlock(attribute))];
        if (Fault(symbol, written, site, token) is { } fault)
        {
            // A block that is used twice is at fault once.
            if (faults.Count == 0)
            {
                faults.Add(fault);
            }

            return Incomplete(type);
        }

        path.Add(symbol);
        bool isComplete = symbol.GetAttributes().All(attribute => attribute.AttributeClass?.TypeKind != TypeKind.Error);
        TypeDeclarationSyntax? declaration = ModelParser.DeclarationOf(written[0], token);
        IReadOnlyList<AttributeSyntax> order = declaration is null ? [] : ModelParser.AttributesOf(declaration);
        List<LayerSpec> layers = [];
        foreach (AttributeData attribute in written.Where(LayerParser.IsLayer))
        {
            token.ThrowIfCancellationRequested();
            int number = declaration is null ? layers.Count : ModelParser.IndexOf(order, attribute, token);
            LayerSpec layer = LayerParser.Parse(attribute, number, site, this, token);
            isComplete &= LayerParser.IsComplete(layer, attribute);
            layers.Add(layer);
        }

        path.RemoveAt(path.Count - 1);
        return new BlockSpec(symbol.Name, new EquatableArray<LayerSpec>([.. layers]), isComplete);
    }

    private static BlockSpec Incomplete(ITypeSymbol type) => new(type.Name, new EquatableArray<LayerSpec>([]), IsComplete: false);

    private Fault? Fault(INamedTypeSymbol symbol, AttributeData[] written, int site, CancellationToken token)
    {
        string name = symbol.Name;
        int first = Array.FindIndex(written, LayerParser.IsBlock);
        if (path.Contains(symbol, SymbolEqualityComparer.Default))
        {
            return At(RuleIds.RecursiveBlock, $"{name} contains itself: {Path(symbol)}.\nA block is made of other blocks; use Repeat for more of the same.") with { Path = string.Empty };
        }

        if (first < 0)
        {
            string advice = symbol.Locations.Any(location => location.IsInSource) ? "Write [Block] and its layers on it." : "Use a class with [Block] and layers.";
            return At(RuleIds.NotBlock, $"{symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} is no block, so it cannot stand in a combinator.\n{advice}");
        }

        if (first > 0)
        {
            return At(RuleIds.ModelNotFirst, $"{name}: [Block] stands after layers.\nWrite it before them: the layers are read from there on.");
        }

        bool isOnePart = written.Select(attribute => ModelParser.DeclarationOf(attribute, token)).Distinct().Count() == 1;
        return isOnePart ? null : At(RuleIds.SeveralParts, $"{name} has layers on more than one part, so their order is not known.\nWrite all of them on the part with [Block].");

        Fault At(string rule, string message) => new(rule, new Site(site), message, Path: string.Join(" › ", path.Select(block => block.Name)));
    }

    /// <summary>The blocks from a block back to itself.</summary>
    private string Path(INamedTypeSymbol symbol) =>
        string.Join(" › ", path.SkipWhile(block => !SymbolEqualityComparer.Default.Equals(block, symbol)).Append(symbol).Select(block => block.Name));
}

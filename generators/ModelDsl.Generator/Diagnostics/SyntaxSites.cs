using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>Finds the place in the file that a <see cref="Site"/> means.</summary>
internal sealed class SyntaxSites(TypeDeclarationSyntax declaration, ImmutableArray<AttributeData> attributes, CancellationToken token)
{
    private readonly IReadOnlyList<AttributeSyntax> order = ModelParser.AttributesOf(declaration);

    /// <summary>The class's name, an attribute, or one argument of it.</summary>
    public Location LocationOf(Site site)
    {
        if (site.Attribute < 0)
        {
            return declaration.Identifier.GetLocation();
        }

        AttributeSyntax attribute = order[site.Attribute];
        return site.Argument is { } name && ArgumentOf(attribute, name) is { } argument ? argument : attribute.GetLocation();
    }

    /// <summary>The place in a block that has to change, where the block is written in this project; else null.</summary>
    public Location? PlaceOf(Fault fault)
    {
        (SyntaxSites sites, Site site) = (this, fault.Site);
        foreach (BlockSite inner in fault.Inner)
        {
            AttributeData? user = sites.DataOf(sites.order[site.Attribute]);
            if (user?.AttributeClass?.TypeArguments.FirstOrDefault(type => type.Name == inner.Block)?.GetAttributes() is not { } written
                || written.FirstOrDefault(LayerParser.IsBlock) is not { } block || ModelParser.DeclarationOf(block, token) is not { } declared)
            {
                return null;
            }

            (sites, site) = (new SyntaxSites(declared, written, token), inner.Site);
        }

        return fault.Inner.Count == 0 ? null : sites.LocationOf(site);
    }

    private AttributeData? DataOf(AttributeSyntax attribute) => attributes.FirstOrDefault(candidate => candidate.ApplicationSyntaxReference?.GetSyntax(token) == attribute);

    private Location? ArgumentOf(AttributeSyntax attribute, string name)
    {
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            return null;
        }

        bool IsNamed(AttributeArgumentSyntax argument) =>
            string.Equals((argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText, name, StringComparison.OrdinalIgnoreCase);
        if (list.Arguments.FirstOrDefault(IsNamed) is { } named)
        {
            return named.Expression.GetLocation();
        }

        IParameterSymbol? parameter = DataOf(attribute)?.AttributeConstructor?.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
        AttributeArgumentSyntax[] positional = [.. list.Arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null)];
        if (parameter is null || parameter.Ordinal >= positional.Length)
        {
            return null;
        }

        // A list of sizes is one argument to the reader, from the first to the last.
        AttributeArgumentSyntax first = positional[parameter.Ordinal], last = parameter.IsParams ? positional[positional.Length - 1] : first;
        return Location.Create(attribute.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SpanStart, last.Span.End));
    }
}

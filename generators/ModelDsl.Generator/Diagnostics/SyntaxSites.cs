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

        AttributeData? data = attributes.FirstOrDefault(candidate => candidate.ApplicationSyntaxReference?.GetSyntax(token) == attribute);
        IParameterSymbol? parameter = data?.AttributeConstructor?.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
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

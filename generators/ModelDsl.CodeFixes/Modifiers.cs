using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelDsl.CodeFixes;

/// <summary>Edits of a class's modifiers.</summary>
internal static class Modifiers
{
    public static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
        {
            return type.WithModifiers(type.Modifiers.Add(partial));
        }

        // The keyword's leading trivia (its line and comments) goes to what now stands first.
        SyntaxTriviaList leading = type.Keyword.LeadingTrivia;
        return type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(leading)));
    }

    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax type, SyntaxKind kind)
    {
        SyntaxToken removed = type.Modifiers.First(modifier => modifier.IsKind(kind));
        SyntaxTokenList rest = type.Modifiers.Remove(removed);
        return rest.Count > 0
            ? type.WithModifiers(rest.Replace(rest[0], rest[0].WithLeadingTrivia(type.Modifiers[0].LeadingTrivia)))
            : type.WithModifiers(rest).WithKeyword(type.Keyword.WithLeadingTrivia(removed.LeadingTrivia));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelDsl.CodeFixes;

/// <summary>Edits of what stands around a class's name. A class with members may need what would go, so it is left as it is: null.</summary>
internal static class HeaderEdits
{
    public static TypeDeclarationSyntax? AsClass(TypeDeclarationSyntax type) =>
        type is RecordDeclarationSyntax { ParameterList: null, Members.Count: 0 } record
            ? SyntaxFactory.ClassDeclaration(
                record.AttributeLists,
                record.Modifiers,
                SyntaxFactory.Token(SyntaxKind.ClassKeyword).WithTriviaFrom(record.Keyword),
                record.Identifier,
                record.TypeParameterList,
                parameterList: null,
                record.BaseList,
                record.ConstraintClauses,
                record.OpenBraceToken,
                record.Members,
                record.CloseBraceToken,
                record.SemicolonToken)
            : null;

    public static TypeDeclarationSyntax? WithoutTypeParameters(TypeDeclarationSyntax type)
    {
        if (type is not { Members.Count: 0, BaseList: null, TypeParameterList: not null })
        {
            return null;
        }

        // What the constraints leave ends as the class's name does: without a line of its own.
        SyntaxTriviaList end = type.OpenBraceToken.IsKind(SyntaxKind.None) ? default : SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed);
        return type.WithTypeParameterList(null).WithConstraintClauses(default).WithIdentifier(type.Identifier.WithTrailingTrivia(end));
    }

    public static TypeDeclarationSyntax? WithoutBase(TypeDeclarationSyntax type)
    {
        if (type is not { Members.Count: 0, BaseList: { } bases })
        {
            return null;
        }

        return bases.Types.Count > 1
            ? type.WithBaseList(bases.WithTypes(bases.Types.RemoveAt(0)))
            : type.WithBaseList(null).WithIdentifier(type.Identifier.WithTrailingTrivia(bases.GetTrailingTrivia()));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelDsl.CodeFixes;

/// <summary>Edits of one attribute: its arguments, or its name with the arguments kept.</summary>
internal static class ArgumentEdits
{
    /// <summary>Replaces the value of an argument, or a list of sizes by another.</summary>
    public static SyntaxNode? SetValue(SyntaxNode root, SyntaxNode node, string value)
    {
        if (node is AttributeArgumentListSyntax list)
        {
            AttributeArgumentListSyntax sizes = SyntaxFactory.ParseAttributeArgumentList($"({value})")!;
            IEnumerable<AttributeArgumentSyntax> named = list.Arguments.Where(argument => argument.NameEquals is not null);
            return root.ReplaceNode(list, list.WithArguments(Separated([.. sizes.Arguments, .. named])));
        }

        ExpressionSyntax? expression = node as ExpressionSyntax ?? (node as AttributeArgumentSyntax)?.Expression;
        return expression is null ? null : root.ReplaceNode(expression, SyntaxFactory.ParseExpression(value).WithTriviaFrom(expression));
    }

    /// <summary>Gives an attribute a named argument, written as <c>Name = value</c>, in the place of the one that it may have.</summary>
    public static SyntaxNode SetArgument(SyntaxNode root, AttributeSyntax attribute, string argument)
    {
        string[] sides = argument.Split([" = "], StringSplitOptions.None);
        string qualifier = sides[1].Contains('.') ? AttributeEdits.Qualifier(attribute) : string.Empty;
        ExpressionSyntax value = SyntaxFactory.ParseExpression(qualifier + sides[1]);
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (list.Arguments.FirstOrDefault(other => other.NameEquals?.Name.Identifier.ValueText == sides[0]) is { } old)
        {
            return root.ReplaceNode(old.Expression, value.WithTriviaFrom(old.Expression));
        }

        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(sides[0]), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)), null, value);
        return root.ReplaceNode(attribute, attribute.WithArgumentList(list.WithArguments(Separated([.. list.Arguments, added]))));
    }

    /// <summary>The named argument of this name, or where none is given the one that a place lies in; null where there is none.</summary>
    public static AttributeArgumentSyntax? Find(AttributeSyntax attribute, SyntaxNode place, string name) => name.Length == 0
        ? place.FirstAncestorOrSelf<AttributeArgumentSyntax>()
        : attribute.ArgumentList?.Arguments.FirstOrDefault(argument => NameOf(argument) == name);

    public static string NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText ?? argument.Expression.ToString();

    /// <summary>Takes an argument away, and the parentheses that would be left empty.</summary>
    public static SyntaxNode Drop(SyntaxNode root, AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        AttributeArgumentSyntax[] rest = [.. attribute.ArgumentList!.Arguments.Where(other => other != argument)];
        return root.ReplaceNode(attribute, attribute.WithArgumentList(rest.Length == 0 ? null : attribute.ArgumentList.WithArguments(Separated(rest))));
    }

    /// <summary>Another layer with the same arguments.</summary>
    public static SyntaxNode Rename(SyntaxNode root, AttributeSyntax attribute, string name) =>
        root.ReplaceNode(attribute.Name, SyntaxFactory.ParseName(AttributeEdits.Qualifier(attribute) + name).WithTriviaFrom(attribute.Name));

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Separated(IReadOnlyList<AttributeArgumentSyntax> arguments)
    {
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(comma, arguments.Count - 1));
    }
}

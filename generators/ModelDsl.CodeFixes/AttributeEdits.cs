using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelDsl.CodeFixes;

/// <summary>Edits of a declaration's attributes. What is new is written as its neighbours are: with their namespace, if they have one.</summary>
internal static class AttributeEdits
{
    public static SyntaxNode InsertBefore(SyntaxNode root, AttributeSyntax attribute, string name)
    {
        AttributeListSyntax list = ListOf(attribute);
        return root.ReplaceNode(list, Insert(list, list.Attributes.IndexOf(attribute), Create(attribute, name)));
    }

    /// <summary>Puts one attribute, or several with commas between them, in the place of another.</summary>
    public static SyntaxNode Replace(SyntaxNode root, AttributeSyntax attribute, string names)
    {
        string[] parts = names.Split([", "], StringSplitOptions.None);
        AttributeListSyntax list = ListOf(attribute), changed = list;
        int index = list.Attributes.IndexOf(attribute);
        changed = changed.ReplaceNode(changed.Attributes[index], Create(attribute, parts[parts.Length - 1]).WithTriviaFrom(attribute));
        for (int i = 0; i < parts.Length - 1; i++)
        {
            changed = Insert(changed, index + i, Create(attribute, parts[i]));
        }

        return root.ReplaceNode(list, changed);
    }

    public static SyntaxNode? ReplacePrevious(SyntaxNode root, TypeDeclarationSyntax type, AttributeSyntax attribute, string name) =>
        All(type).TakeWhile(other => other != attribute).LastOrDefault() is { } previous ? Replace(root, previous, name) : null;

    public static SyntaxNode? Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        AttributeListSyntax list = ListOf(attribute);
        return list.Attributes.Count > 1
            ? root.ReplaceNode(list, Without(list, attribute))
            : root.RemoveNode(list, SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia);
    }

    public static SyntaxNode? MoveLast(SyntaxNode root, TypeDeclarationSyntax type, AttributeSyntax attribute) =>
        Move(root, attribute, All(type).Last(), offset: 1);

    /// <summary>To the place behind [Model].</summary>
    public static SyntaxNode? MoveFirst(SyntaxNode root, TypeDeclarationSyntax type, AttributeSyntax attribute) =>
        All(type).FirstOrDefault(other => other.Name.ToString().Split('.').Last() is "Model" or "ModelAttribute") is { } model
            ? Move(root, attribute, model, offset: 1)
            : null;

    /// <summary>Replaces the value of an argument.</summary>
    public static SyntaxNode? SetValue(SyntaxNode root, SyntaxNode node, string value)
    {
        ExpressionSyntax? expression = node as ExpressionSyntax ?? (node as AttributeArgumentSyntax)?.Expression;
        return expression is null ? null : root.ReplaceNode(expression, SyntaxFactory.ParseExpression(value).WithTriviaFrom(expression));
    }

    /// <summary>Gives an attribute a named argument, written as <c>Name = value</c>, in the place of the one that it may have.</summary>
    public static SyntaxNode SetArgument(SyntaxNode root, AttributeSyntax attribute, string argument)
    {
        string[] sides = argument.Split([" = "], StringSplitOptions.None);
        string qualifier = sides[1].Contains('.') ? Qualifier(attribute) : string.Empty;
        ExpressionSyntax value = SyntaxFactory.ParseExpression(qualifier + sides[1]);
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (list.Arguments.FirstOrDefault(other => other.NameEquals?.Name.Identifier.ValueText == sides[0]) is { } old)
        {
            return root.ReplaceNode(old.Expression, value.WithTriviaFrom(old.Expression));
        }

        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(sides[0]), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)), null, value);
        List<SyntaxNodeOrToken> items = [.. list.Arguments.GetWithSeparators()];
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        items.AddRange(items.Count > 0 ? [comma, added] : [added]);
        return root.ReplaceNode(attribute, attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(items))));
    }

    private static SyntaxNode? Move(SyntaxNode root, AttributeSyntax attribute, AttributeSyntax anchor, int offset)
    {
        SyntaxNode tracked = root.TrackNodes(attribute, anchor);
        AttributeSyntax target = tracked.GetCurrentNode(anchor)!;
        AttributeListSyntax list = ListOf(target);
        AttributeSyntax moved = attribute.WithoutTrivia();
        SyntaxNode inserted = tracked.ReplaceNode(list, Insert(list, list.Attributes.IndexOf(target) + offset, moved));
        return inserted.GetCurrentNode(attribute) is { } old ? Remove(inserted, old) : null;
    }

    /// <summary>Inserts so that what stood there keeps its lines: before an attribute the new one takes over its indentation.</summary>
    private static AttributeListSyntax Insert(AttributeListSyntax list, int index, AttributeSyntax attribute)
    {
        List<SyntaxNodeOrToken> items = [.. list.Attributes.GetWithSeparators()];
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        if (index == list.Attributes.Count)
        {
            items.AddRange([comma, attribute]);
        }
        else
        {
            AttributeSyntax next = list.Attributes[index];
            items[2 * index] = next.WithLeadingTrivia();
            items.InsertRange(2 * index, [attribute.WithLeadingTrivia(next.GetLeadingTrivia()), comma]);
        }

        return list.WithAttributes(SyntaxFactory.SeparatedList<AttributeSyntax>(items));
    }

    private static AttributeListSyntax Without(AttributeListSyntax list, AttributeSyntax attribute)
    {
        AttributeListSyntax removed = list.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!;
        int last = removed.Attributes.Count - 1;
        return list.Attributes.IndexOf(attribute) > last
            ? removed.ReplaceNode(removed.Attributes[last], removed.Attributes[last].WithoutTrailingTrivia())
            : removed;
    }

    private static AttributeSyntax Create(AttributeSyntax neighbour, string name) => SyntaxFactory.Attribute(SyntaxFactory.ParseName(Qualifier(neighbour) + name));

    private static string Qualifier(AttributeSyntax attribute) => attribute.Name is QualifiedNameSyntax qualified ? $"{qualified.Left}." : string.Empty;

    private static IEnumerable<AttributeSyntax> All(TypeDeclarationSyntax type) => type.AttributeLists.SelectMany(list => list.Attributes);

    private static AttributeListSyntax ListOf(AttributeSyntax attribute) => (AttributeListSyntax)attribute.Parent!;
}

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

    public static SyntaxNode InsertBehind(SyntaxNode root, AttributeSyntax attribute, string name)
    {
        AttributeListSyntax list = ListOf(attribute);
        return root.ReplaceNode(list, Insert(list, list.Attributes.IndexOf(attribute) + 1, Create(attribute, name)));
    }

    public static SyntaxNode Replace(SyntaxNode root, AttributeSyntax attribute, string name) => root.ReplaceNode(attribute, Create(attribute, name).WithTriviaFrom(attribute));

    public static SyntaxNode? Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        AttributeListSyntax list = ListOf(attribute);
        return list.Attributes.Count > 1
            ? root.ReplaceNode(list, Without(list, attribute))
            : root.RemoveNode(list, SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia);
    }

    public static SyntaxNode? MoveLast(SyntaxNode root, TypeDeclarationSyntax type, AttributeSyntax attribute) =>
        Move(root, attribute, All(type).Last(), offset: 1);

    public static SyntaxNode? MoveBehind(SyntaxNode root, AttributeSyntax attribute, AttributeSyntax other) => Move(root, attribute, other, offset: 1);

    /// <summary>To the place behind [Model], or [Model] itself to that before all others.</summary>
    public static SyntaxNode? MoveFirst(SyntaxNode root, TypeDeclarationSyntax type, AttributeSyntax attribute) =>
        IsModel(attribute) ? Move(root, attribute, All(type).First(), offset: 0)
        : All(type).FirstOrDefault(IsModel) is { } model ? Move(root, attribute, model, offset: 1)
        : null;

    /// <summary>The attributes of a declaration in source order.</summary>
    public static IEnumerable<AttributeSyntax> All(TypeDeclarationSyntax type) => type.AttributeLists.SelectMany(list => list.Attributes);

    /// <summary>The namespace that an attribute is written with, and a dot; nothing where it is written without.</summary>
    public static string Qualifier(AttributeSyntax attribute) => attribute.Name is QualifiedNameSyntax qualified ? $"{qualified.Left}." : string.Empty;

    private static bool IsModel(AttributeSyntax attribute) => attribute.Name.ToString().Split('.').Last() is "Model" or "ModelAttribute";

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
            // A list may end with a comma.
            items.AddRange(items.Last().IsToken ? [attribute] : [comma, attribute]);
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

    /// <summary>An attribute from its text, such as <c>Embedding(1000, 64)</c>.</summary>
    private static AttributeSyntax Create(AttributeSyntax neighbour, string text)
    {
        int end = text.IndexOf('(');
        NameSyntax name = SyntaxFactory.ParseName(Qualifier(neighbour) + (end < 0 ? text : text.Substring(0, end)));
        return SyntaxFactory.Attribute(name, end < 0 ? null : SyntaxFactory.ParseAttributeArgumentList(text.Substring(end)));
    }

    private static AttributeListSyntax ListOf(AttributeSyntax attribute) => (AttributeListSyntax)attribute.Parent!;
}

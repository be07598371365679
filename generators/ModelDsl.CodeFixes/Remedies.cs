using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ModelDsl.CodeFixes;

/// <summary>
/// The verbs that a diagnostic's remedy may use. A remedy is a verb and its object, such as <c>insert Softmax</c>; <c>remove@3</c> works on the
/// attribute of this number, from 0, instead of the one at fault; several of them stand with <c>; </c> between.
/// </summary>
internal static class Remedies
{
    /// <summary>What the remedy is called, and the file after it; null where it does not apply to what stands there.</summary>
    /// <param name="root">The file.</param>
    /// <param name="span">Where the diagnostic stands.</param>
    /// <param name="remedy">The verbs and their objects.</param>
    public static (string Title, SyntaxNode Root)? Apply(SyntaxNode root, TextSpan span, string remedy)
    {
        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        if (remedy.Length == 0 || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return null;
        }

        AttributeSyntax[] attributes = [.. AttributeEdits.All(type)];
        SyntaxNode changed = root.TrackNodes(new SyntaxNode[] { node, type }.Concat(attributes).Distinct());
        List<string> titles = [];
        foreach (string edit in remedy.Split(["; "], StringSplitOptions.None))
        {
            string[] words = edit.Split([' '], 2), verb = words[0].Split('@');
            AttributeSyntax? attribute = verb.Length > 1 ? attributes[int.Parse(verb[1])] : node.FirstAncestorOrSelf<AttributeSyntax>();
            string target = words.Length > 1 ? words[1] : string.Empty;
            SyntaxNode place = changed.GetCurrentNode(node) ?? node;
            (string, SyntaxNode?)? mended = attribute is null
                ? OfClass(changed, changed.GetCurrentNode(type)!, verb[0])
                : OfArgument(changed, place, changed.GetCurrentNode(attribute)!, verb[0], target)
                    ?? OfLayer(changed, changed.GetCurrentNode(type)!, changed.GetCurrentNode(attribute)!, verb[0], target);
            if (mended is not ({ } title, { } next))
            {
                return null;
            }

            titles.Add(titles.Count == 0 ? title : char.ToLowerInvariant(title[0]) + title.Substring(1));
            changed = next;
        }

        return (string.Join(" and ", titles), changed);
    }

    private static (string Title, SyntaxNode? Root)? OfClass(SyntaxNode root, TypeDeclarationSyntax type, string verb) => verb switch
    {
        "partial" => ("Make it partial", root.ReplaceNode(type, Modifiers.AddPartial(type))),
        "unstatic" => ("Remove static", root.ReplaceNode(type, Modifiers.Remove(type, SyntaxKind.StaticKeyword))),
        "unfile" => ("Remove file", root.ReplaceNode(type, Modifiers.Remove(type, SyntaxKind.FileKeyword))),
        "class" when HeaderEdits.AsClass(type) is { } made => ("Make it a class", root.ReplaceNode(type, made)),
        "ungeneric" when HeaderEdits.WithoutTypeParameters(type) is { } made => ("Remove the type parameters", root.ReplaceNode(type, made)),
        "unbase" when HeaderEdits.WithoutBase(type) is { } made => ("Remove the base class", root.ReplaceNode(type, made)),
        _ => null,
    };

    private static (string Title, SyntaxNode? Root)? OfLayer(SyntaxNode root, TypeDeclarationSyntax type, AttributeSyntax attribute, string verb, string target) => verb switch
    {
        "insert" => ($"Insert [{target}]", AttributeEdits.InsertBefore(root, attribute, target)),
        "insert-behind" => ($"Insert [{target}]", AttributeEdits.InsertBehind(root, attribute, target)),
        "replace" => ($"Replace {Name(attribute)} by {target}", AttributeEdits.Replace(root, attribute, target)),
        "rename" => ($"Use {target}", ArgumentEdits.Rename(root, attribute, target)),
        "remove" => ($"Remove {Name(attribute)}", AttributeEdits.Remove(root, attribute)),
        "move-last" => ($"Move {Name(attribute)} to the end", AttributeEdits.MoveLast(root, type, attribute)),
        "move-first" => ($"Move {Name(attribute)} to the front", AttributeEdits.MoveFirst(root, type, attribute)),
        "move-behind" when AttributeEdits.All(type).ElementAt(int.Parse(target)) is var other =>
            ($"Move {Name(attribute)} behind {Name(other)}", AttributeEdits.MoveBehind(root, attribute, other)),
        _ => null,
    };

    private static (string Title, SyntaxNode? Root)? OfArgument(SyntaxNode root, SyntaxNode node, AttributeSyntax attribute, string verb, string target) => verb switch
    {
        "argument" => ($"Write {target}", ArgumentEdits.SetArgument(root, attribute, target)),
        "set" => ($"Use {target}", ArgumentEdits.SetValue(root, node, target)),
        "set-first" when attribute.ArgumentList?.Arguments.FirstOrDefault() is { } first => ($"Use {Name(attribute)}({target})", ArgumentEdits.SetValue(root, first, target)),
        "drop" when ArgumentEdits.Find(attribute, node, target) is { } argument => ($"Remove {ArgumentEdits.NameOf(argument)}", ArgumentEdits.Drop(root, attribute, argument)),
        _ => null,
    };

    private static string Name(AttributeSyntax attribute) => attribute.Name.ToString();
}

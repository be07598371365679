using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ModelDsl.CodeFixes;

/// <summary>The verbs that a diagnostic's remedy may use.</summary>
internal static class Remedies
{
    /// <summary>What the remedy is called, and the file after it; null where it does not apply to what stands there.</summary>
    /// <param name="root">The file.</param>
    /// <param name="span">Where the diagnostic stands.</param>
    /// <param name="remedy">The verb, a space, and its object.</param>
    public static (string Title, SyntaxNode Root)? Apply(SyntaxNode root, TextSpan span, string remedy)
    {
        string[] words = remedy.Split([' '], 2);
        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        AttributeSyntax? attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        TypeDeclarationSyntax? type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        string target = words.Length > 1 ? words[1] : string.Empty;
        (string, SyntaxNode?)? mended = (words[0], attribute, type) switch
        {
            ("partial", _, not null) => ("Make it partial", root.ReplaceNode(type, Modifiers.AddPartial(type))),
            ("unstatic", _, not null) => ("Remove static", root.ReplaceNode(type, Modifiers.Remove(type, SyntaxKind.StaticKeyword))),
            ("unfile", _, not null) => ("Remove file", root.ReplaceNode(type, Modifiers.Remove(type, SyntaxKind.FileKeyword))),
            ("insert", not null, _) => ($"Insert [{target}]", AttributeEdits.InsertBefore(root, attribute, target)),
            ("replace", not null, _) => ($"Replace by {target}", AttributeEdits.Replace(root, attribute, target)),
            ("replace-previous", not null, not null) => ($"Use {target} before it", AttributeEdits.ReplacePrevious(root, type, attribute, target)),
            ("remove", not null, _) => ($"Remove {attribute.Name}", AttributeEdits.Remove(root, attribute)),
            ("move-last", not null, not null) => ($"Move {attribute.Name} to the end", AttributeEdits.MoveLast(root, type, attribute)),
            ("move-first", not null, not null) => ($"Move {attribute.Name} to the front", AttributeEdits.MoveFirst(root, type, attribute)),
            ("argument", not null, _) => ($"Write {target}", AttributeEdits.SetArgument(root, attribute, target)),
            ("set", not null, _) => ($"Use {target}", AttributeEdits.SetValue(root, node, target)),
            _ => null,
        };
        return mended is ({ } title, { } changed) ? (title, changed) : null;
    }
}

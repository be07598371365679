using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ModelDsl.CodeFixes;

namespace ModelDsl.Generator.Tests;

/// <summary>What an editor offers at a diagnostic.</summary>
internal static class Fixes
{
    /// <summary>The title of the fix and the file after it, or null where none is offered.</summary>
    public static async Task<(string Title, string Source)?> Offered(string source, Diagnostic diagnostic)
    {
        using AdhocWorkspace workspace = new();
        Document document = workspace.AddProject("Demo", LanguageNames.CSharp).AddDocument("Source0.cs", SourceText.From(source));
        List<CodeAction> actions = [];
        await new ModelCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        if (actions.Count == 0)
        {
            return null;
        }

        CodeAction action = Assert.Single(actions);
        ApplyChangesOperation change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
        return (action.Title, (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString());
    }
}

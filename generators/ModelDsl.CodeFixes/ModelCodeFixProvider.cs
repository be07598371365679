using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.CodeFixes;

/// <summary>Mends a model as its diagnostic says: the diagnostic carries a verb and its object, and each verb is one way to edit a declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ModelCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Descriptors.ById.Keys];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ModelFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null
                && diagnostic.Properties.TryGetValue(ModelAnalyzer.Remedy, out string? remedy)
                && Remedies.Apply(root, diagnostic.Location.SourceSpan, remedy ?? string.Empty) is var (title, mended))
            {
                CodeAction action = CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), equivalenceKey: diagnostic.Id);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }
}

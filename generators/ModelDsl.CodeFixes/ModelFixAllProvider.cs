using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.CodeFixes;

/// <summary>
/// Mends all diagnostics of a kind in a file, each by its own remedy. Actions are not compared by their keys: <c>dotnet format</c> takes the key
/// from any diagnostic of the analyzer, so that a provider of several rules would mend the first of them alone.
/// </summary>
internal sealed class ModelFixAllProvider : DocumentBasedFixAllProvider
{
    public static ModelFixAllProvider Instance { get; } = new();

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(fixAllContext.CancellationToken).ConfigureAwait(false);

        // From the end of the file to its start: an edit leaves the places before it where they were.
        foreach (Diagnostic diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (root is not null
                && diagnostic.Properties.TryGetValue(ModelAnalyzer.Remedy, out string? remedy)
                && Remedies.Apply(root, diagnostic.Location.SourceSpan, remedy ?? string.Empty) is var (_, mended))
            {
                root = mended;
            }
        }

        return root is null ? document : document.WithSyntaxRoot(root);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

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

        // From the end of the file to its start: an edit leaves the places before it where they were. What is reported at two uses of a block is mended once.
        IEnumerable<(TextSpan Span, string Remedy)> places = diagnostics
            .Where(diagnostic => ModelCodeFixProvider.PlaceOf(diagnostic).SourceTree == diagnostic.Location.SourceTree)
            .Select(diagnostic => (ModelCodeFixProvider.PlaceOf(diagnostic).SourceSpan, ModelCodeFixProvider.RemedyOf(diagnostic)))
            .Distinct();
        foreach ((TextSpan span, string remedy) in places.OrderByDescending(place => place.Span.Start))
        {
            if (root is not null && Remedies.Apply(root, span, remedy) is var (_, mended))
            {
                root = mended;
            }
        }

        return root is null ? document : document.WithSyntaxRoot(root);
    }
}

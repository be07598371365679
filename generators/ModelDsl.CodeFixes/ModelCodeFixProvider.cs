using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            Location place = PlaceOf(diagnostic);
            Document? document = place.SourceTree == diagnostic.Location.SourceTree ? context.Document : context.Document.Project.Solution.GetDocument(place.SourceTree);
            if (document is not null
                && await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
                && Remedies.Apply(root, place.SourceSpan, RemedyOf(diagnostic)) is var (title, mended))
            {
                string within = place == diagnostic.Location ? string.Empty : $" in {root.FindNode(place.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText}";
                CodeAction action = CodeAction.Create(title + within, _ => Task.FromResult(document.WithSyntaxRoot(mended)), equivalenceKey: diagnostic.Id);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>Where to mend what is reported: at a layer of a block, where that is at fault.</summary>
    internal static Location PlaceOf(Diagnostic diagnostic) => diagnostic.AdditionalLocations.FirstOrDefault() ?? diagnostic.Location;

    /// <summary>What to do there; empty where that is not known.</summary>
    internal static string RemedyOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(ModelAnalyzer.Remedy, out string? remedy) ? remedy ?? string.Empty : string.Empty;
}

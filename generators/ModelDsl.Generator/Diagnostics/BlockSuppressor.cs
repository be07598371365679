using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>Silences what other analyzers say of blocks: they are classes that nobody creates and that hold nothing, since they only carry layers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockSuppressor : DiagnosticSuppressor
{
    /// <summary>Rules about classes that are never created (.NET's own), that are empty (SonarAnalyzer), or that could be static.</summary>
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> BySuppressed = new[]
    {
        Of("MDSLS001", "CA1812", "A block is named by combinators and never created."),
        Of("MDSLS002", "S2094", "A block has its layers as attributes and no members."),
        Of("MDSLS003", "CA1052", "A block cannot be static: static classes are no type arguments."),
    }.ToImmutableDictionary(descriptor => descriptor.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. BySuppressed.Values];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is { } node
                && context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is INamedTypeSymbol type
                && type.GetAttributes().Any(LayerParser.IsBlock))
            {
                context.ReportSuppression(Suppression.Create(BySuppressed[diagnostic.Id], diagnostic));
            }
        }
    }

    private static SuppressionDescriptor Of(string id, string suppressed, string reason) => new(id, suppressed, reason);
}

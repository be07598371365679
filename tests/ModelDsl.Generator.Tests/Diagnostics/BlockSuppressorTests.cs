using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>What other analyzers say of blocks is silenced; what they say of other classes is not.</summary>
public sealed class BlockSuppressorTests
{
    [Theory]
    [InlineData("CA1812")]
    [InlineData("S2094")]
    [InlineData("CA1052")]
    public async Task A_block_may_be_a_class_that_nobody_creates(string id)
    {
        Compilation compilation = GeneratorRun.Compilation("using ModelDsl; [Block, Dense(4), ReLU] internal sealed class Hidden; internal sealed class Other;");
        CompilationWithAnalyzersOptions options = new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        CompilationWithAnalyzers analysis = new(compilation, [new EachClass(id), new BlockSuppressor()], options);

        ImmutableArray<Diagnostic> reported = await analysis.GetAnalyzerDiagnosticsAsync();

        Assert.Equal([("Hidden", true), ("Other", false)], reported.Select(diagnostic => (diagnostic.GetMessage(), diagnostic.IsSuppressed)).Order());
    }

    /// <summary>An analyzer that reports every class under a given id.</summary>
#pragma warning disable RS1001, RS1017 // It is handed over, not found by its attribute, and its rule stands for another's.
    private sealed class EachClass(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor rule = new(id, "A class", "{0}", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS1001, RS1017

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(symbol => symbol.ReportDiagnostic(Diagnostic.Create(rule, symbol.Symbol.Locations[0], symbol.Symbol.Name)), SymbolKind.NamedType);
        }
    }
}

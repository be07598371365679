using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelDsl.CodeFixes;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Attributes thrown together at random: what is not reported compiles, and fixes lead to an end.</summary>
public sealed class RandomModelTests
{
    private const int Count = 80;

    private static readonly string[] Pieces =
    [
        "Dense(1)", "Dense(3)", "Dense(3)", "Dense(0)", "ReLU", "Tanh", "Sigmoid", "Softmax", "Flatten", "Dropout(0.5)", "Dropout(50)",
        "CrossEntropyLoss", "BinaryCrossEntropyLoss", "MeanSquaredErrorLoss", "KLDivergenceLoss", "Input(5)",
    ];

    [Fact]
    public async Task What_is_not_reported_compiles()
    {
        string source = Source(new Random(1));

        HashSet<string> reported = [.. (await Analysis.Report(source)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(ModelOf)];
        IReadOnlyDictionary<string, string> generated = GeneratorRun.Generate(source);

        Assert.Equal(Count, generated.Count);
        Assert.All(generated, file => Assert.Equal(reported.Contains(file.Key.Replace(".g.cs", string.Empty)), file.Value.Contains("Invalid()")));
        Assert.InRange(reported.Count, 10, Count - 10);
    }

    [Fact]
    public async Task Fixes_lead_to_an_end()
    {
        string source = Source(new Random(2));
        IReadOnlyList<Diagnostic> last = [];
        for (int round = 0; round < 12; round++)
        {
            IReadOnlyList<Diagnostic> reported = await GeneratorRun.Compilation(source).WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
            string mended = Mend(source, reported);
            if (mended == source)
            {
                Assert.All(reported, diagnostic => Assert.Empty(diagnostic.Properties[ModelAnalyzer.Remedy]!));
                return;
            }

            last = reported;
            source = mended;
        }

        Assert.Fail($"After twelve rounds of fixes there was still something to fix: {string.Join("\n", last)}\n{source}");
    }

    /// <summary>The source after one fix of each model.</summary>
    private static string Mend(string source, IReadOnlyList<Diagnostic> reported)
    {
        IEnumerable<Diagnostic> firsts = reported.GroupBy(ModelOf)
            .Select(model => model.FirstOrDefault(diagnostic => diagnostic.Properties[ModelAnalyzer.Remedy]!.Length > 0)).OfType<Diagnostic>();
        foreach (Diagnostic diagnostic in firsts.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
            source = Remedies.Apply(root, diagnostic.Location.SourceSpan, diagnostic.Properties[ModelAnalyzer.Remedy]!)!.Value.Root.ToFullString();
        }

        return source;
    }

    private static string ModelOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan)
        .FirstAncestorOrSelf<ClassDeclarationSyntax>()!.Identifier.ValueText;

    private static string Source(Random random) => "using ModelDsl;\n" + string.Concat(Enumerable.Range(0, Count).Select(number =>
        $"[Model, {(random.Next(4) == 0 ? "Input(6, 5, 2)" : "Input(4)")}, {string.Join(", ", Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]))}]\n"
        + $"public sealed partial class Net{number};\n"));
}

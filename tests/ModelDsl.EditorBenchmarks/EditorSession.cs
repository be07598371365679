using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ModelDsl.Generator;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.EditorBenchmarks;

/// <summary>What an editor does with a project: it keeps the generator's driver from edit to edit, and analyses the file that is being edited.</summary>
internal sealed class EditorSession(EditedProject project)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new ModelAnalyzer(), new UseAnalyzer()];

    private readonly Dictionary<string, (SourceText Text, SyntaxTree Tree)> generated = [];
    private GeneratorDriver driver = CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: EditedProject.ParseOptions);
    private Compilation whole = project.Compilation;

    /// <summary>Opens the project: everything is generated, and every file is analysed.</summary>
    public Reading Open() => Measure(file: null);

    /// <summary>Makes an edit: what it changes is generated again, and its file is analysed.</summary>
    public Reading Edit((SyntaxTree Before, SyntaxTree After) edit) => Measure(edit);

    private Reading Measure((SyntaxTree Before, SyntaxTree After)? file)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
        if (file is { } edit)
        {
            project.Replace(edit);
            whole = whole.ReplaceSyntaxTree(edit.Before, edit.After);
        }

        driver = driver.RunGenerators(project.Compilation);
        int files = Update(driver.GetRunResult().Results[0].GeneratedSources);
        double generator = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        CompilationWithAnalyzers analysis = new(whole, Analyzers, new AnalyzerOptions([]));
        ImmutableArray<Diagnostic> reported = file is { After: var tree }
            ? analysis.GetAnalyzerSemanticDiagnosticsAsync(whole.GetSemanticModel(tree), null, CancellationToken.None).Result
            : analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).Result;
        double all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return reported.IsEmpty
            ? new Reading(generator, all - generator, bytes / 1e6, files)
            : throw new InvalidOperationException($"{project.Name}: {reported[0]}");
    }

    /// <summary>Takes over the files whose text is another one than before, as a workspace does, and says how many they are.</summary>
    private int Update(ImmutableArray<GeneratedSourceResult> sources)
    {
        int changed = 0;
        foreach (GeneratedSourceResult source in sources)
        {
            bool isKnown = generated.TryGetValue(source.HintName, out (SourceText Text, SyntaxTree Tree) before);
            if (isKnown && before.Text == source.SourceText)
            {
                continue;
            }

            whole = isKnown ? whole.ReplaceSyntaxTree(before.Tree, source.SyntaxTree) : whole.AddSyntaxTrees(source.SyntaxTree);
            generated[source.HintName] = (source.SourceText, source.SyntaxTree);
            changed++;
        }

        return changed;
    }
}

/// <summary>What one edit cost.</summary>
/// <param name="Generator">The generator's milliseconds.</param>
/// <param name="Analyzer">The analyzers' milliseconds.</param>
/// <param name="Megabytes">What was allocated.</param>
/// <param name="Files">The files that were generated anew.</param>
internal readonly record struct Reading(double Generator, double Analyzer, double Megabytes, int Files);

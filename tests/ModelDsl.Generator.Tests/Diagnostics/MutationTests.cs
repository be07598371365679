using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelDsl.CodeFixes;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Nothing throws, whatever is typed: analyzers, generator and code fixes on thousands of models with words lost, doubled or exchanged.</summary>
public sealed class MutationTests
{
    private const int Count = 10_000;

    /// <summary>Models that are compiled together, each in a namespace and a file of its own: most of the time goes into what is the same for all.</summary>
    private const int BatchSize = 250;

    /// <summary>What all compilations share: references that are read and bound once.</summary>
    private static readonly CSharpCompilation Empty = GeneratorRun.Compilation();

    private static readonly Project Editor = new AdhocWorkspace().AddProject("Demo", LanguageNames.CSharp);

    [Fact]
    public async Task Nothing_throws_whatever_is_typed()
    {
        int generated = 0, reported = 0, mended = 0;
        foreach (string[] batch in TokenMutation.Endless(MutationSources.All, seed: 1).Distinct().Take(Count).Chunk(BatchSize))
        {
            Outcome outcome = await Run(batch);
            Assert.True(outcome.Exceptions.Count == 0, await Culprit(batch, outcome));
            generated += outcome.Generated;
            reported += outcome.Reported;
            mended += outcome.Mended;
        }

        // The mutants reach what they are for: some are valid models still, many are faulty models, and some have a fix.
        Assert.InRange(generated, Count / 4, Count);
        Assert.InRange(reported, Count / 10, Count);
        Assert.InRange(mended, Count / 50, reported);
    }

    /// <summary>The first model of a batch that throws by itself, with what it throws.</summary>
    private static async Task<string> Culprit(string[] batch, Outcome outcome)
    {
        foreach (string source in batch)
        {
            if ((await Run([source])).Exceptions is [var exception, ..])
            {
                return $"{source}\n{exception}";
            }
        }

        return string.Join("\n", outcome.Exceptions);
    }

    private static async Task<Outcome> Run(string[] sources)
    {
        CSharpCompilation compilation = Empty.AddSyntaxTrees(sources.Select((source, number) => GeneratorRun.Parse($"namespace Mutant{number} {{ using ModelDsl; {source}\n}}", number)));
        GeneratorRunResult generator = GeneratorRun.Driver().RunGenerators(compilation).GetRunResult().Results.Single();
        ConcurrentBag<Exception> thrown = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = await compilation.WithAnalyzers([new ModelAnalyzer(), new UseAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        int mended = 0;
        foreach (IGrouping<SyntaxTree, Diagnostic> file in reported.Where(diagnostic => diagnostic.Location.SourceTree is not null).GroupBy(diagnostic => diagnostic.Location.SourceTree!))
        {
            mended += await Mend(file, thrown);
        }

        return new Outcome([.. thrown, .. new[] { generator.Exception }.OfType<Exception>()], generator.Exception is null ? generator.GeneratedSources.Length : 0, reported.Length, mended);
    }

    /// <summary>Computes the fixes of a file's diagnostics.</summary>
    /// <returns>How many there are.</returns>
    private static async Task<int> Mend(IGrouping<SyntaxTree, Diagnostic> file, ConcurrentBag<Exception> thrown)
    {
        Document document = Editor.AddDocument(file.Key.FilePath, await file.Key.GetRootAsync());
        List<CodeAction> actions = [];
        foreach (Diagnostic diagnostic in file)
        {
            try
            {
                await new ModelCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            }
            catch (Exception exception)
            {
                thrown.Add(exception);
            }
        }

        return actions.Count;
    }

    /// <summary>What became of a batch.</summary>
    /// <param name="Exceptions">What was thrown.</param>
    /// <param name="Generated">The files generated.</param>
    /// <param name="Reported">The diagnostics.</param>
    /// <param name="Mended">The fixes.</param>
    private sealed record Outcome(IReadOnlyList<Exception> Exceptions, int Generated, int Reported, int Mended);
}

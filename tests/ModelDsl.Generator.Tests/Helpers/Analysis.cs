using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace ModelDsl.Generator.Tests;

/// <summary>Runs the analyzers on C#. In the sources of a verifier {|ID:…|} marks what has to be reported; anything else that is reported fails the test.</summary>
internal static class Analysis
{
    public static Task Verify<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() => Configure(new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>(), source).RunAsync();

    /// <summary>References of a console project, and the generated side of classes where a test calls their members.</summary>
    public static TTest Configure<TTest>(TTest test, string source)
        where TTest : AnalyzerTest<DefaultVerifier>
    {
        test.TestState.Sources.Add(source);
        Configure(test.TestState);
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.SolutionTransforms.Add((solution, project) =>
        {
            Microsoft.CodeAnalysis.CSharp.CSharpParseOptions parse = (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)solution.GetProject(project)!.ParseOptions!;
            return solution.WithProjectParseOptions(project, parse.WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14));
        });
        return test;
    }

    public static void Configure(SolutionState state)
    {
        state.AdditionalReferences.AddRange(Net100.References.All);
        state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location));
        state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.Tensor).Assembly.Location));
    }

    /// <summary>The ids that the analyzers report on a compilation to which the generator has added its files.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Report(params string[] sources)
    {
        GeneratorRun.Driver().RunGeneratorsAndUpdateCompilation(GeneratorRun.Compilation(sources), out Compilation output, out _);
        CompilationWithAnalyzers analysis = output.WithAnalyzers([new Generator.Diagnostics.ModelAnalyzer(), new Generator.Diagnostics.UseAnalyzer()]);
        return await analysis.GetAnalyzerDiagnosticsAsync();
    }
}

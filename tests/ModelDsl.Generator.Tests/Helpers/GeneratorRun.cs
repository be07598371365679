using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelDsl.Generator.Tests;

/// <summary>Runs the generator on C# text, as the compiler would.</summary>
internal static class GeneratorRun
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    public static SyntaxTree Parse(string source, int number = 0) => CSharpSyntaxTree.ParseText(source, Options, path: $"Source{number}.cs");

    /// <summary>What a console project with implicit usings and nullable types would compile.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "Demo",
        [.. sources.Select(Parse)],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.Tensor).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()],
        parseOptions: Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files by hint name, after asserting that they and the sources compile without a warning.</summary>
    public static IReadOnlyDictionary<string, string> Generate(params string[] sources)
    {
        GeneratorDriver driver = Driver().RunGeneratorsAndUpdateCompilation(Compilation(sources), out Compilation output, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }
}

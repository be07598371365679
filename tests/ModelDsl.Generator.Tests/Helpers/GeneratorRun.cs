using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelDsl.Generator.Tests;

/// <summary>Runs the generator on C# text, as the compiler would.</summary>
internal static class GeneratorRun
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    /// <summary>A project without files, from which all others are made, so that they share what is known of its references.</summary>
    private static readonly CSharpCompilation Empty = Bound(CSharpCompilation.Create(
        "Demo",
        [],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.Tensor).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)));

    public static SyntaxTree Parse(string source, int number = 0) => CSharpSyntaxTree.ParseText(source, Options, path: $"Source{number}.cs");

    /// <summary>What a console project with implicit usings and nullable types would compile.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => Empty.AddSyntaxTrees([.. sources.Select(Parse)]);

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

    /// <summary>The compilation, once it has looked at its references: only then do those made from it share them.</summary>
    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        Assert.Equal(SpecialType.System_Object, compilation.GetSpecialType(SpecialType.System_Object).SpecialType);
        return compilation;
    }
}

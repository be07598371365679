using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Valid models get no message at all.</summary>
public sealed partial class ValidModelTests(ITestOutputHelper output)
{
    private const int Fewest = 80;

    private static readonly IReadOnlyList<string> All = Corpus.Files(Corpus.Valid);

    public static TheoryData<string> Files => [.. All];

    /// <summary>The folders of this repository whose models are in use.</summary>
    public static TheoryData<string> Folders =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(Corpus.Repository, "samples")).Select(folder => Path.GetRelativePath(Corpus.Repository, folder))
            .Where(folder => SourcesOf(folder).Any(DeclaresModel)),
        Path.Combine("tests", "ModelDsl.Benchmarks"),
        Path.Combine("tests", "ModelDsl.Model.Tests", "Models"),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Of_many_styles(string file)
    {
        string source = Corpus.Read(Corpus.Valid, file);

        Assert.Empty(await Analysis.Report(source));
        GeneratorRun.Generate(source);
    }

    [Fact]
    public void There_are_many()
    {
        output.WriteLine($"{All.Count} valid models");

        Assert.InRange(All.Count, Fewest, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Of_the_samples_the_benchmarks_and_the_tests(string folder)
    {
        string[] sources = SourcesOf(folder);
        int models = sources.Sum(source => ModelAttribute().Count(source));

        Assert.Empty(await Analysis.Report(sources));
        Assert.Equal(models, GeneratorRun.Driver().RunGenerators(GeneratorRun.Compilation(sources)).GetRunResult().GeneratedTrees.Count(tree => !tree.ToString().Contains("Invalid()")));
    }

    [Fact]
    public async Task Of_the_readme()
    {
        string[] samples = [.. Sample().Matches(Corpus.Read(Corpus.Repository, "README.md")).Select(match => match.Groups[1].Value).Where(DeclaresModel)];

        Assert.InRange(samples.Length, 3, int.MaxValue);
        foreach (string sample in samples)
        {
            Assert.Empty(await Analysis.Report("using ModelDsl;\n" + sample.Replace("using ModelDsl;\n", string.Empty)));
        }
    }

    /// <summary>What a project of this repository is made of, and the usings that its files do not write.</summary>
    private static string[] SourcesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Corpus.Repository, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")).Order(StringComparer.Ordinal).Select(File.ReadAllText),
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;",
    ];

    private static bool DeclaresModel(string source) => ModelAttribute().IsMatch(source);

    [GeneratedRegex(@"(?m)^\[Model[,\](]")]
    private static partial Regex ModelAttribute();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}

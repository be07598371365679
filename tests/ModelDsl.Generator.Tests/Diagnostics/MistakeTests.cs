using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelDsl.Generator.Diagnostics;
using ModelDsl.Generator.Layers;
using Xunit.Abstractions;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>
/// Models that are one edit away from a valid one. Each is a file that says what is reported on it, and nothing else is. MODELDSL_ACCEPT=1 writes what is
/// reported into the files, and the tests fail all the same.
/// </summary>
public sealed class MistakeTests(ITestOutputHelper output)
{
    private const int FewestMistakes = 150;
    private const double LeastMended = 0.6;

    private static readonly IReadOnlyList<string> All = Corpus.Files(Corpus.Mistakes);

    private static readonly IReadOnlyList<string> WithFix = [.. All.Where(file => Expectations.Title(Read(file)) is not null)];

    public static TheoryData<string> Files => [.. All];

    public static TheoryData<string> Mended => [.. WithFix];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Is_reported_as_its_file_says(string file)
    {
        string text = Read(file), source = Expectations.Remove(text);

        List<(Diagnostic, string?)> reported = [];
        foreach (Diagnostic diagnostic in await Analysis.Report(source))
        {
            reported.Add((diagnostic, (await Fixes.Offered(source, diagnostic))?.Title));
        }

        string actual = Expectations.Write(source, reported);
        if (actual != text && Environment.GetEnvironmentVariable("MODELDSL_ACCEPT") == "1")
        {
            File.WriteAllText(Path.Combine(Corpus.Mistakes, file), actual);
        }

        Assert.Equal(text, actual);
        (Diagnostic one, _) = Assert.Single(reported);
        Assert.InRange(one.GetMessage().Split('\n').Length, 2, 3);
        Assert.All(one.GetMessage().Split('\n'), line => Assert.InRange(line.Length, 1, 140));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Compiles_all_the_same(string file) => GeneratorRun.Generate(Read(file));

    [Theory]
    [MemberData(nameof(Mended))]
    public async Task Gets_no_message_once_it_is_mended(string file)
    {
        string source = Expectations.Remove(Read(file));

        (_, string mended) = Assert.NotNull(await Fixes.Offered(source, Assert.Single(await Analysis.Report(source))));

        Assert.Empty(await Analysis.Report(mended));
        GeneratorRun.Generate(mended);
    }

    [Fact]
    public void There_are_many_and_most_can_be_mended()
    {
        double share = (double)WithFix.Count / All.Count;
        output.WriteLine($"{All.Count} mistakes, {WithFix.Count} of them with a fix: {share:P0}");

        Assert.InRange(All.Count, FewestMistakes, int.MaxValue);
        Assert.InRange(share, LeastMended, 1);
    }

    [Fact]
    public void Each_rule_is_broken()
    {
        string all = string.Concat(All.Select(file => Read(file)));

        Assert.All(Descriptors.ById.Keys, id => Assert.Contains($"\n// {id}: ", all, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_layer_is_used()
    {
        HashSet<string> used = [.. All.SelectMany(AttributesOf)];

        Assert.Empty(LayerTable.Kinds.Select(kind => kind.Name).Except(used));
    }

    [Fact]
    public void Each_is_another_one()
    {
        IEnumerable<string> models = All.Select(file => string.Join(' ', CSharpSyntaxTree.ParseText(Read(file)).GetRoot().DescendantTokens()));

        Assert.Empty(models.GroupBy(model => model).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Each_begins_with_a_sentence_about_it() => Assert.All(All, file => Assert.Matches(@"\A// [A-Z0-9\[].*[.:]\n", Read(file)));

    private static string Read(string file) => Corpus.Read(Corpus.Mistakes, file);

    private static IEnumerable<string> AttributesOf(string file) => CSharpSyntaxTree.ParseText(Read(file)).GetRoot().DescendantNodes()
        .OfType<AttributeSyntax>().Select(attribute => attribute.Name is GenericNameSyntax generic ? generic.Identifier.ValueText : attribute.Name.ToString());
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Each rule has a page that its help link leads to, rows in the release file and the index, and samples that do what the page says.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => [.. Descriptors.ById.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_a_page(string id)
    {
        string link = Descriptors.ById[id].HelpLinkUri;

        Assert.EndsWith($"/docs/rules/{id}.md", link);
        Assert.StartsWith($"# {id}: {Descriptors.ById[id].Title}\n", File.ReadAllText(Path.Combine(Root(), "docs", "rules", $"{id}.md")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_failing_sample_is_reported_once_and_the_mended_one_not_at_all(string id)
    {
        MatchCollection samples = Sample().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "rules", $"{id}.md")));
        Assert.Equal(2, samples.Count);

        Diagnostic reported = Assert.Single(await Analysis.Report("using ModelDsl;\n" + samples[0].Groups[1].Value));
        Assert.Equal(id, reported.Id);
        Assert.InRange(reported.GetMessage().Split('\n').Length, 2, 3);
        Assert.All(reported.GetMessage().Split('\n'), line => Assert.InRange(line.Length, 1, 140));
        Assert.Empty(await Analysis.Report("using ModelDsl;\n" + samples[1].Groups[1].Value));
        if (!WithoutKernels.Contains(id))
        {
            GeneratorRun.Generate("using ModelDsl;\n" + samples[1].Groups[1].Value);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_file_and_the_index_have_a_row(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.ById[id];
        string release = File.ReadAllText(Path.Combine(Root(), "generators", "ModelDsl.Generator", "AnalyzerReleases.Unshipped.md"));

        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", release);
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.Title} |", File.ReadAllText(Path.Combine(Root(), "docs", "rules", "README.md")));
    }

    /// <summary>Rules whose samples need kernels that emission does not call yet.</summary>
    private static readonly string[] WithoutKernels = ["MDSL2008", "MDSL2009", "MDSL2010", "MDSL2011", "MDSL2012", "MDSL2013", "MDSL4006", "MDSL4007"];

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Each rule has a page that its help link leads to, rows in the release file and the index, and samples that do what the page says.</summary>
public sealed partial class RulePageTests
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["ModelDsl.Declaration"] = "Declaration",
        ["ModelDsl.Architecture"] = "Shapes and architecture",
        ["ModelDsl.Training"] = "Losses and training",
        ["ModelDsl.Advice"] = "Advice",
    };

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
        GeneratorRun.Generate("using ModelDsl;\n" + samples[1].Groups[1].Value);
    }

    /// <summary>MODELDSL_ACCEPT=1 writes it.</summary>
    [Fact]
    public void The_index_is_generated_from_the_rules()
    {
        string path = Path.Combine(Root(), "docs", "rules", "README.md"), index = Index();
        string before = File.ReadAllText(path);
        if (index != before && Environment.GetEnvironmentVariable("MODELDSL_ACCEPT") == "1")
        {
            File.WriteAllText(path, index);
        }

        Assert.Equal(index, before);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_file_has_a_row(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.ById[id];
        string release = File.ReadAllText(Path.Combine(Root(), "generators", "ModelDsl.Generator", "AnalyzerReleases.Unshipped.md"));

        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", release);
    }

    private static string Index()
    {
        StringBuilder index = new("# Rules\n\nReported by the analyzer while you type, on the attribute or argument at fault.\n");
        foreach (IGrouping<string, DiagnosticDescriptor> category in Descriptors.ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal).GroupBy(rule => Titles[rule.Category]))
        {
            index.Append(CultureInfo.InvariantCulture, $"\n## {category.Key}\n\n| rule | | severity |\n|---|---|---|\n");
            foreach (DiagnosticDescriptor rule in category)
            {
                index.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |\n");
            }
        }

        return index.ToString();
    }

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}

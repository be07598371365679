using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelDsl.Generator.Tests;

/// <summary>
/// What a file of the corpus expects, as comments under the line at fault: carets under the exact span, the rule and its whole message, and the title of
/// the fix, if there is one. Carets that touch the slashes begin beneath them, behind the bracket.
/// </summary>
/// <example>
/// <code>
/// [Model, Input(4, 4, 1)]
/// [Conv2D(8, 7), ReLU]
/// //         ^
/// // MDSL2009: the message,
/// // line by line.
/// // mend: Use 4
/// </code>
/// </example>
internal static partial class Expectations
{
    private const string Mend = "// mend: ";

    /// <summary>The file without its expectations: what is compiled.</summary>
    public static string Remove(string text) => Block().Replace(text, string.Empty);

    /// <summary>The title of the fix that a file expects, or null.</summary>
    public static string? Title(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith(Mend, StringComparison.Ordinal))?[Mend.Length..];

    /// <summary>The source with what was reported on it written as expectations.</summary>
    /// <param name="source">The file without expectations.</param>
    /// <param name="reported">What was reported, each with the title of its fix, if it has one.</param>
    public static string Write(string source, IEnumerable<(Diagnostic Diagnostic, string? Title)> reported)
    {
        List<string> lines = [.. source.Split('\n')];
        foreach ((Diagnostic diagnostic, string? title) in reported.OrderByDescending(report => report.Diagnostic.Location.SourceSpan.Start))
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            lines.InsertRange(place.StartLinePosition.Line + 1, [Carets(place.Span), .. Comments(diagnostic), .. title is null ? Array.Empty<string>() : [Mend + title]]);
        }

        return string.Join('\n', lines);
    }

    private static string Carets(LinePositionSpan span)
    {
        Assert.Equal(span.Start.Line, span.End.Line);
        int start = Math.Max(2, span.Start.Character);
        return $"//{new string(' ', start - 2)}{new string('^', span.End.Character - start)}";
    }

    private static IEnumerable<string> Comments(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage()}".Split('\n').Select(line => $"// {line}");

    [GeneratedRegex(@"(?m)^// *\^+\n(?://.*\n)*")]
    private static partial Regex Block();
}

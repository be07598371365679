using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelDsl.Generator.Tests;

/// <summary>C# text with a word deleted, doubled, or exchanged with another: what stands on a screen while somebody types.</summary>
internal static class TokenMutation
{
    /// <summary>Text that never ends: each a valid model with one mutation or a few, drawn from a seed.</summary>
    public static IEnumerable<string> Endless(IReadOnlyList<string> sources, int seed)
    {
        Random random = new(seed);
        while (true)
        {
            string text = sources[random.Next(sources.Count)];
            do
            {
                text = Mutate(text, random);
            }
            while (random.Next(3) == 0);
            yield return text;
        }
    }

    private static string Mutate(string text, Random random)
    {
        TextSpan[] tokens = [.. GeneratorRun.Parse(text).GetRoot().DescendantTokens().Select(token => token.Span).Where(span => span.Length > 0)];
        if (tokens.Length < 2)
        {
            return text;
        }

        TextSpan one = tokens[random.Next(tokens.Length)], other = tokens[random.Next(tokens.Length)];
        return random.Next(3) switch
        {
            0 => text.Remove(one.Start, one.Length),
            1 => text.Insert(one.End, " " + text.Substring(one.Start, one.Length)),
            _ => Exchange(text, one.Start < other.Start ? one : other, one.Start < other.Start ? other : one),
        };
    }

    private static string Exchange(string text, TextSpan first, TextSpan second) =>
        first == second ? text : text[..first.Start] + text[second.Start..second.End] + text[first.End..second.Start] + text[first.Start..first.End] + text[second.End..];
}

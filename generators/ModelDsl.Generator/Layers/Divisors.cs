using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Numbers of groups that have to divide what they group.</summary>
internal static class Divisors
{
    private const int Shown = 8;

    /// <summary>Whether the groups divide all channels and all filters without remainder.</summary>
    /// <param name="context">The layer.</param>
    /// <param name="argument">The argument that says how many groups.</param>
    /// <param name="groups">How many.</param>
    /// <param name="filters">How many filters there are; as many as channels where there are none.</param>
    public static bool Check(LayerContext context, string argument, int groups, int filters)
    {
        (string layer, int channels) = (context.Spec.Kind, context.Input.Columns);
        if (groups < 1)
        {
            context.Report(RuleIds.NonPositiveSize, $"{layer}: {groups} groups, but there is at least 1.\nUse a positive number.", argument, "set 1");
            return false;
        }

        if (channels % groups == 0 && filters % groups == 0)
        {
            return true;
        }

        string whole = channels % groups != 0 ? $"the {channels} channels of its input {context.Input}" : $"its {filters} filters";
        context.Report(RuleIds.NotDivisible, $"{layer}: {groups} groups do not divide {whole}.\nUse {Common(channels, filters)}.", argument, $"set {Nearest(channels, filters, groups)}");
        return false;
    }

    /// <summary>The divisors of a number, or the smallest of them: 1, 2, 4 or 8.</summary>
    public static string Text(int number) => Common(number, number);

    /// <summary>The divisor of a number that is nearest to another, the larger of two.</summary>
    public static int Nearest(int number, int wished) => Nearest(number, number, wished);

    private static int Nearest(int first, int second, int wished) =>
        Enumerable.Range(1, Math.Min(first, second)).Where(n => first % n == 0 && second % n == 0).OrderBy(n => Math.Abs((long)n - wished)).ThenByDescending(n => n).First();

    /// <summary>1, 2, 4 or 8: the divisors of both numbers, or the smallest of them.</summary>
    private static string Common(int first, int second)
    {
        string[] all = [.. Enumerable.Range(1, Math.Min(first, 1 << 16)).Where(n => first % n == 0 && second % n == 0).Take(Shown + 1).Select(n => $"{n}")];
        return all.Length switch
        {
            > Shown => $"{string.Join(", ", all.Take(Shown))}, …",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Length - 1))} or {all[all.Length - 1]}",
        };
    }
}

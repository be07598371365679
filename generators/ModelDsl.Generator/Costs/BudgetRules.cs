using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Costs;

/// <summary>The rules about what a model may cost.</summary>
internal static class BudgetRules
{
    /// <summary>The layers that a message names.</summary>
    private const int Named = 3;

    /// <summary>What can be limited, by the properties of the attribute: the figure itself, how it is written, and how a message goes on behind the model's name.</summary>
    private static readonly Dictionary<string, BudgetLimit> Limits = new()
    {
        ["MaxParameters"] = new((cost, _) => cost.Parameters, Quantities.Number, figure => $"has {figure} parameters"),
        ["MaxFlops"] = new((cost, _) => cost.Flops, Quantities.Number, figure => $"takes {figure} floating-point operations to predict an example"),
        ["MaxActivationBytes"] = new((cost, bytes) => cost.Kept * bytes, Quantities.Bytes, figure => $"keeps {figure} of activations for the training step of an example"),
        ["MaxWeightBytes"] = new((cost, bytes) => cost.Weights * bytes, Quantities.Bytes, figure => $"has {figure} of weights"),
    };

    /// <summary>Whether all limits are above 0; a report of each that is not.</summary>
    public static bool AreValid(BudgetSpec budget, ICollection<Fault> faults)
    {
        (string Name, long Value)[] empty = [.. budget.Limits.Where(limit => limit.Value <= 0)];
        foreach ((string name, long value) in empty)
        {
            faults.Add(new Fault(RuleIds.NonPositiveSize, new Site(budget.Attribute, name), $"Budget: {name} is {value}, but a limit is at least 1.\nUse a positive number, or remove it: what is not written has no limit."));
        }

        return empty.Length == 0;
    }

    /// <summary>Reports each limit that a model exceeds, at the argument that says so.</summary>
    public static void Check(BudgetSpec budget, string model, NetworkCost cost, ICollection<Fault> faults)
    {
        foreach ((string name, long most) in budget.Limits)
        {
            BudgetLimit limit = Limits[name];
            long figure = limit.Of(cost.Total, cost.ElementBytes);
            if (figure > most)
            {
                faults.Add(new Fault(
                    RuleIds.OverBudget,
                    new Site(budget.Attribute, name),
                    $"Budget: {model} {limit.Sentence(limit.Text(figure))}, {limit.Text(figure - most)} more than {limit.Text(most)}.\n{Costliest(limit, cost)}\nUse smaller layers, or raise {name}."));
            }
        }
    }

    private static string Costliest(BudgetLimit limit, NetworkCost cost)
    {
        IEnumerable<string> layers = cost.Rows.SelectMany(row => row.Flat())
            .Select(row => (row.Name, Figure: limit.Of(row.Cost, cost.ElementBytes)))
            .Where(row => row.Figure > 0).OrderByDescending(row => row.Figure).Take(Named)
            .Select(row => $"{row.Name} ({limit.Text(row.Figure)})");
        return $"The costliest layers: {string.Join(", ", layers)}.";
    }

    /// <param name="Of">The figure of a cost, where an element has so many bytes.</param>
    /// <param name="Text">How it is written.</param>
    /// <param name="Sentence">What a model does that has it.</param>
    private sealed record BudgetLimit(Func<LayerCost, int, long> Of, Func<long, string> Text, Func<string, string> Sentence);
}

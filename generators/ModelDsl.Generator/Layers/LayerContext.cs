using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>What stands before a layer, and where it reports faults.</summary>
/// <param name="Spec">The layer itself.</param>
/// <param name="Input">The shape that it gets.</param>
/// <param name="Previous">The layer or the input before it, null where a block starts without.</param>
/// <param name="Faults">Where reports go.</param>
internal sealed record LayerContext(LayerSpec Spec, Shape Input, Predecessor? Previous, ICollection<Fault> Faults)
{
    /// <summary>What stands behind it; nothing behind the last.</summary>
    public (LayerSpec Spec, LayerKind Kind)? Next { get; init; }

    /// <summary>The number of the input's attribute, null in a block without one.</summary>
    public int? InputAttribute { get; init; }

    /// <summary>What a code fix does to have all steps count; nothing in a block, whose input is the model's.</summary>
    public string DropLengths => InputAttribute is { } input ? $"drop@{input} Lengths" : string.Empty;

    /// <summary>Whether it stands in a block that is repeated.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The ids that it gets, or null where it gets values.</summary>
    public TokenRange? Ids { get; init; }

    /// <summary>Whether each example has a length of its own, behind which its steps do not count.</summary>
    public bool HasLengths { get; init; }

    /// <summary>Of blocks side by side: whether lengths speak of the steps of what each gives.</summary>
    public IReadOnlyList<bool> BranchesHaveLengths { get; init; } = [];

    /// <summary>The shape of the first embedding's table, null before it and in repeated blocks.</summary>
    public Shape? Table { get; init; }

    /// <summary>Reports a fault of this layer, at an argument of it where one is named.</summary>
    public void Report(string rule, string message, string? argument = null, string remedy = "") =>
        Faults.Add(new Fault(rule, new Site(Spec.Attribute, argument), message, remedy));

    /// <summary>Whether a layer with the same arguments would take an input without a word: what a code fix may lead to.</summary>
    public bool WouldTake(Shape input, string kind)
    {
        List<Fault> faults = [];
        return LayerTable.Kinds.First(other => other.Name == kind).Infer(this with { Spec = Spec with { Kind = kind }, Input = input, Faults = faults }) is not null && faults.Count == 0;
    }

    /// <summary>Reports an option that is not a number above 0.</summary>
    /// <param name="argument">The option.</param>
    /// <param name="value">What was written.</param>
    /// <param name="remedy">What to write, as the end of the message.</param>
    /// <param name="valid">A value that a code fix may set.</param>
    /// <returns>Whether the option is in its range.</returns>
    public bool RequirePositive(string argument, double value, string remedy, string valid)
    {
        bool isPositive = value > 0 && !double.IsInfinity(value);
        if (!isPositive)
        {
            Report(RuleIds.BadArgument, $"{Spec.Kind}: {argument} is {ScalarText.Number(value)}, but it has to be a number above 0.\n{remedy}", argument, $"set {valid}");
        }

        return isPositive;
    }

    /// <summary>Reports an option that is not a number.</summary>
    /// <returns>Whether it is one.</returns>
    public bool RequireFinite(string argument, double value, string valid)
    {
        bool isFinite = !double.IsNaN(value) && !double.IsInfinity(value);
        if (!isFinite)
        {
            Report(RuleIds.BadArgument, $"{Spec.Kind}: {argument} is {ScalarText.Number(value)}, which is no number to compute with.\nUse a finite one, such as {valid}.", argument, $"set {valid}");
        }

        return isFinite;
    }
}

/// <summary>A layer and what it gets.</summary>
internal sealed record Predecessor(LayerSpec Spec, LayerKind Kind, Shape Input);

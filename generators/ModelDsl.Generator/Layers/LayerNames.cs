using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Names the layers and blocks of one attribute list, each once: by kind and number, or as the author says.</summary>
internal sealed class LayerNames
{
    private readonly ICollection<Fault> faults;
    private readonly Dictionary<string, int> numbers = [];
    private readonly HashSet<string> numbered;

    // Members are named after layers with a capital, so names that differ in case alone are the same.
    private readonly Dictionary<string, Site> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="layers">All layers of the list: a block that is used once has no number.</param>
    /// <param name="faults">Where reports go.</param>
    public LayerNames(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, ICollection<Fault> faults)
    {
        this.faults = faults;
        string[] uses = [.. layers.SelectMany(layer => Uses(layer.Spec))];
        numbered = [.. uses.GroupBy(use => use).Where(group => group.Count() > 1).Select(group => group.Key)];
    }

    /// <summary>The name of the next layer, or null after a report.</summary>
    public string? Next(LayerSpec spec, LayerKind kind)
    {
        int number = Number(kind.Stem);
        string name = spec.Get("Name", $"{kind.Stem}{number}");
        return IsNamed(spec, kind.Stem) && Take(spec, name) ? name : null;
    }

    /// <summary>What the next combinator without parameters is called, which no weights are named after.</summary>
    public string Next(ParallelKind kind) => $"{kind.Stem}{Number(kind.Stem)}";

    /// <summary>The name of the next use of a block, its number left out, and the number of its first turn (null: it has none); no name after a report.</summary>
    /// <param name="spec">The combinator.</param>
    /// <param name="block">The block.</param>
    /// <param name="turns">How often it is used in a row, each with a name.</param>
    public (string? Name, int? Number) Next(LayerSpec spec, BlockSpec block, int turns)
    {
        string stem = Stem(spec, block);
        if (!IsNamed(spec, block.Stem))
        {
            return (null, null);
        }

        if (!numbered.Contains(stem))
        {
            return (Take(spec, stem) ? stem : null, null);
        }

        int first = Number(stem);
        for (int turn = 1; turn < turns; turn++)
        {
            Number(stem);
        }

        bool isFree = Enumerable.Range(first, turns).All(number => Take(spec, $"{stem}{number}"));
        return (isFree ? stem : null, first);
    }

    /// <summary>The uses of blocks that a combinator names: a repeated one has a number even if it stands alone, one whose author names it has none.</summary>
    private static IEnumerable<string> Uses(LayerSpec spec)
    {
        bool isShared = spec.Get("SharedWeights", false);
        IEnumerable<string> stems = spec.Blocks.Select(block => Stem(spec, block));
        return (isShared, spec.Kind) switch
        {
            (true, _) => stems.Distinct(),
            (_, "Repeat") => stems.Concat(stems),
            _ when spec.Find("Name") is not null && spec.Blocks.Count == 1 => [],
            _ => stems,
        };
    }

    /// <summary>A name that was written stands for the block, where it is the only one, or before its name.</summary>
    private static string Stem(LayerSpec spec, BlockSpec block) =>
        spec.Find("Name") is not { Value: string name } ? block.Stem : spec.Blocks.Count == 1 ? name : $"{name}.{block.Stem}";

    private int Number(string stem)
    {
        numbers.TryGetValue(stem, out int number);
        return numbers[stem] = number + 1;
    }

    /// <summary>Whether what was written can be a name; a report where not.</summary>
    private bool IsNamed(LayerSpec spec, string stem)
    {
        if (spec.Find("Name") is not { Value: string name } || IsIdentifier(name))
        {
            return true;
        }

        string spelt = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_')), meant = IsIdentifier(spelt) ? spelt : $"{stem}1";
        faults.Add(new Fault(RuleIds.BadArgument, SiteOf(spec), $"{spec.Kind}: \"{name}\" is no name for a layer.\nUse letters, digits and _, starting with a letter, such as \"{meant}\".", $"set \"{meant}\""));
        return false;
    }

    private bool Take(LayerSpec spec, string name)
    {
        Site site = SiteOf(spec);
        if (taken.TryGetValue(name, out Site first))
        {
            // A number is nobody's choice, so the name that was written is at fault.
            string free = $"{spec.Get("Name", name)}2";
            bool isFree = site.Argument is not null && !char.IsDigit(name[name.Length - 1]) && !taken.ContainsKey(free);
            faults.Add(new Fault(
                RuleIds.DuplicateName,
                site.Argument is null ? first : site,
                $"{spec.Kind}: two layers are called \"{name}\", so their weights could not be told apart.\nGive one of them another name{(isFree ? $", such as \"{free}\"" : ", or none")}.",
                isFree ? $"set \"{free}\"" : "drop"));
            return false;
        }

        taken.Add(name, site);
        return true;
    }

    private static Site SiteOf(LayerSpec spec) => new(spec.Attribute, spec.Find("Name") is null ? null : "Name");

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}

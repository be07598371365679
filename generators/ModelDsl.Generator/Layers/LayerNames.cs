using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Names each layer once: by its kind and number, or as its author says.</summary>
internal sealed class LayerNames(ICollection<Fault> faults)
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly HashSet<string> taken = [];

    /// <summary>The name of the next layer, or null after a report.</summary>
    public string? Next(LayerSpec spec, LayerKind kind)
    {
        numbers.TryGetValue(kind.Stem, out int number);
        numbers[kind.Stem] = number + 1;
        string name = spec.Get("Name", $"{kind.Stem}{number + 1}");
        Site site = new(spec.Attribute, spec.Find("Name") is null ? null : "Name");
        if (!IsIdentifier(name))
        {
            faults.Add(new Fault(RuleIds.BadArgument, site, $"{spec.Kind}: \"{name}\" is no name for a layer.\nUse letters, digits and _, starting with a letter, such as \"{kind.Stem}1\"."));
            return null;
        }

        if (!taken.Add(name))
        {
            faults.Add(new Fault(RuleIds.DuplicateName, site, $"{spec.Kind}: two layers are called \"{name}\", so their weights could not be told apart.\nGive one of them another name."));
            return null;
        }

        return name;
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}

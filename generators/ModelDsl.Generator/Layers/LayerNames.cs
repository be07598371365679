using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Names each layer once: by its kind and number, or as its author says.</summary>
internal sealed class LayerNames(ICollection<Fault> faults)
{
    private readonly Dictionary<string, int> numbers = [];

    // Members are named after layers with a capital, so names that differ in case alone are the same.
    private readonly Dictionary<string, Site> taken = new(StringComparer.OrdinalIgnoreCase);

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

        if (taken.TryGetValue(name, out Site first))
        {
            // A number is nobody's choice, so the name that was written is at fault.
            faults.Add(new Fault(RuleIds.DuplicateName, site.Argument is null ? first : site, $"{spec.Kind}: two layers are called \"{name}\", so their weights could not be told apart.\nGive one of them another name."));
            return null;
        }

        taken.Add(name, site);
        return name;
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}

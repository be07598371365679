namespace ModelDsl.Generator.Parsing;

/// <summary>Something wrong with a model, before it has a place in a file.</summary>
/// <param name="Rule">The rule broken, one of <see cref="RuleIds"/>.</param>
/// <param name="Site">Where.</param>
/// <param name="Message">The layer, what it got, what it needs, and the remedy: at most three short lines.</param>
/// <param name="Remedy">
/// What a code fix does, as a verb and its object, such as <c>insert Softmax</c>; empty where there is no mechanical mend. <c>remove@3</c> works on another
/// attribute than the one at fault, by its number; several of them stand with <c>; </c> between.
/// </param>
/// <param name="Path">The blocks that lead from the site to the layer at fault, empty where the site itself is at fault.</param>
internal sealed record Fault(string Rule, Site Site, string Message, string Remedy = "", string Path = "")
{
    /// <summary>The message, and in which block the fault is.</summary>
    public string Text => Path.Length == 0 ? Message : $"{Message}\nIt is in {Path}.";

    /// <summary>The blocks that lead from the site to what has to change, and the place in each; empty where that is the site itself.</summary>
    public IReadOnlyList<BlockSite> Inner { get; init; } = [];

    /// <summary>The fault of a layer of a block as one of the attribute that the block is used by.</summary>
    public Fault Within(string block, int attribute) =>
        this with { Site = new Site(attribute), Inner = [new BlockSite(block, Site), .. Inner], Path = Path.Length == 0 ? block : $"{block} › {Path}" };

    /// <summary>Whether the model works all the same.</summary>
    public bool IsAdvice => Rule.StartsWith("MDSL4", StringComparison.Ordinal);
}

/// <summary>A place in a declaration: an attribute by its number (−1: the class's name), and an argument of it by its name (null: the attribute).</summary>
internal readonly record struct Site(int Attribute, string? Argument = null)
{
    /// <summary>The class's name.</summary>
    public static Site Class { get; } = new(-1);
}

/// <summary>A place in the declaration of a block.</summary>
internal readonly record struct BlockSite(string Block, Site Site);

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A kind of layer that is made of blocks.</summary>
internal abstract class CombinatorKind : LayerKind
{
    public override string Stem => char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    public override LayerRole Role => LayerRole.Hidden;

    public override string Describe(LayerSpec spec) => Called(spec) + Description.Of(spec).Substring(spec.Kind.Length);

    /// <summary>The combinator as it is written, without what stands in parentheses: <c>Add&lt;Shrink, Projection&gt;</c>.</summary>
    public static string Called(LayerSpec spec) => $"{spec.Kind}<{string.Join(", ", spec.Blocks.Select(block => block.Name))}>";
}

/// <summary>A kind that leads its input through blocks side by side, and joins what they give.</summary>
internal abstract class ParallelKind : CombinatorKind
{
    /// <summary>Whether the input itself is led around the blocks, as the first of what is joined.</summary>
    public virtual bool HasSkip => false;

    /// <summary>Whether the input, where the branches are no towers, is one that they can share; a report where not.</summary>
    public virtual bool Takes(LayerContext context) => true;

    /// <summary>The shape of what is joined, or null after a report of branches that do not agree.</summary>
    /// <param name="context">The layer; its input is a scalar where the branches are towers.</param>
    /// <param name="branches">What the branches give.</param>
    public abstract Shape? Join(LayerContext context, IReadOnlyList<Shape> branches);

    /// <summary>The parameters of the join itself.</summary>
    public virtual IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, IReadOnlyList<Shape> branches) => [];

    /// <summary>The join in terms of the graph's operations.</summary>
    public abstract Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering);

    /// <summary>Reports that the branches do not agree, with the shape of each.</summary>
    protected static void Disagree(LayerContext context, IReadOnlyList<Shape> branches, string need, string remedy = "")
    {
        LayerSpec spec = context.Spec;
        IEnumerable<string> gives = spec.Blocks.Select((block, i) => $"{block.Name} gives {branches[i]}");
        context.Report(RuleIds.BranchesDisagree, $"{Called(spec)}: {string.Join(", ", gives)}.\n{need}", remedy: remedy);
    }
}

using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>What a block is used as.</summary>
internal enum BlockRole
{
    /// <summary>Between other layers.</summary>
    Part,

    /// <summary>With an input of its own, where the model starts.</summary>
    Tower,

    /// <summary>With a loss of its own, where the model ends.</summary>
    Head,
}

/// <summary>The rules about which layer stands where in a block, before any shape is known.</summary>
internal sealed class BlockRules(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, BlockSpec block, BlockRole role, int attribute)
{
    /// <summary>Whether all blocks of a combinator start with an input.</summary>
    public static bool AreTowers(LayerSpec spec) => spec.Blocks.All(IsTower);

    /// <summary>Whether a block starts with an input.</summary>
    public static bool IsTower(BlockSpec block) => block.Layers.FirstOrDefault()?.Kind is "Input" or "TokenInput";

    /// <summary>Whether a block has what its use asks for, and nothing that does not belong into it; a report at the combinator where not.</summary>
    public static bool Check(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, BlockSpec block, BlockRole role, LayerContext combinator)
    {
        BlockRules rules = new(layers, block, role, combinator.Spec.Attribute);
        Fault? fault = layers.Count == 0
            ? rules.At(null, RuleIds.EmptyBlock, $"{block.Name} has no layers.\nWrite some, or use Identity, the block that gives its input back.")
            : rules.Input() ?? rules.Loss() ?? OrderRules.DoubleSoftmax(layers)?.Within(block.Name, combinator.Spec.Attribute);
        if (fault is not null)
        {
            combinator.Faults.Add(fault);
        }

        return fault is null;
    }

    private Fault? Input()
    {
        int place = layers.ToList().FindLastIndex(layer => layer.Kind.Role == LayerRole.Input);
        return (place, role) switch
        {
            (0, BlockRole.Tower) or (< 0, _) => null,
            (0, _) => At(place, RuleIds.MisplacedInBlock, $"{block.Name} starts with an input, but only blocks where the model itself has no input may.\nRemove its Input: it gets the shape of what stands before it.", "remove"),
            _ => At(place, RuleIds.MisplacedInBlock, $"Input stands within {block.Name}.\nRemove it: a layer gets the shape of what stands before it.", "remove"),
        };
    }

    private Fault? Loss()
    {
        int loss = layers.ToList().FindIndex(layer => layer.Kind.Role == LayerRole.Loss), output = layers.ToList().FindLastIndex(layer => layer.Kind is OutputLayer), last = layers.Count - 1;
        return (loss, role) switch
        {
            _ when output >= 0 => At(output, RuleIds.MisplacedInBlock, $"Output stands in {block.Name}, but the outputs of a model end the model itself.\nMove it there."),
            (< 0, BlockRole.Head) => At(last, RuleIds.MisplacedInBlock, $"{block.Name} is an output, but it has no loss.\nEnd it with one, such as [{LossKind.Behind(layers[last].Kind.Name)}].", $"insert-behind {LossKind.Behind(layers[last].Kind.Name)}"),
            (< 0, _) => null,
            (_, BlockRole.Head) when layers[loss].Kind is LossKind { ComparesSequences: true } kind =>
                At(loss, RuleIds.MisplacedInBlock, $"{kind.Name} stands in {block.Name}, but its labels are the only targets of a model.\nEnd the model itself with it, without outputs."),
            (_, BlockRole.Head) when loss == last => null,
            (_, BlockRole.Head) => At(loss, RuleIds.MisplacedInBlock, $"{layers[loss].Kind.Name} does not stand last in {block.Name}.\nMove it to the end: an output ends with its one loss.", "move-last"),
            _ => At(loss, RuleIds.MisplacedInBlock, $"{layers[loss].Kind.Name} stands in {block.Name}, but a loss ends the model, or the block of an Output.\nMove it there."),
        };
    }

    /// <summary>A fault at the combinator; what has to change is a layer of the block.</summary>
    private Fault At(int? place, string rule, string message, string remedy = "") =>
        new(rule, new Site(attribute), message, remedy) { Inner = place is { } layer ? [new BlockSite(block.Name, new Site(layers[layer].Spec.Attribute))] : [] };
}

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
internal static class BlockRules
{
    /// <summary>Whether all blocks of a combinator start with an input.</summary>
    public static bool AreTowers(LayerSpec spec) => spec.Blocks.All(IsTower);

    /// <summary>Whether a block starts with an input.</summary>
    public static bool IsTower(BlockSpec block) => block.Layers.FirstOrDefault()?.Kind is "Input" or "TokenInput";

    /// <summary>Whether a block has what its use asks for, and nothing that does not belong into it; a report where not.</summary>
    public static bool Check(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, BlockSpec block, BlockRole role, ICollection<Fault> faults)
    {
        Fault? fault = layers.Count == 0
            ? At(RuleIds.EmptyBlock, $"{block.Name} has no layers.\nWrite some, or use Identity, the block that gives its input back.")
            : Input(layers, block, role) ?? Loss(layers, block, role) ?? OrderRules.DoubleSoftmax(layers);
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return fault is null;
    }

    private static Fault? Input(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, BlockSpec block, BlockRole role)
    {
        int place = FindLast(layers, layer => layer.Kind.Role == LayerRole.Input);
        return (place, role) switch
        {
            (0, BlockRole.Tower) or (< 0, _) => null,
            (0, _) => At(RuleIds.MisplacedInBlock, $"{block.Name} starts with an input, but only blocks where the model itself has no input may.\nRemove its Input: it gets the shape of what stands before it."),
            _ => At(RuleIds.MisplacedInBlock, $"Input stands within {block.Name}.\nRemove it: a layer gets the shape of what stands before it."),
        };
    }

    private static Fault? Loss(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, BlockSpec block, BlockRole role)
    {
        int loss = layers.ToList().FindIndex(layer => layer.Kind.Role == LayerRole.Loss), output = FindLast(layers, layer => layer.Kind is OutputLayer);
        return (loss, role) switch
        {
            _ when output >= 0 => At(RuleIds.MisplacedInBlock, $"Output stands in {block.Name}, but the outputs of a model end the model itself.\nMove it there."),
            (< 0, BlockRole.Head) => At(RuleIds.MisplacedInBlock, $"{block.Name} is an output, but it has no loss.\nEnd it with one, such as [MeanSquaredErrorLoss]."),
            (< 0, _) => null,
            (_, BlockRole.Head) when layers[loss].Kind is LossKind { ComparesSequences: true } kind =>
                At(RuleIds.MisplacedInBlock, $"{kind.Name} stands in {block.Name}, but its labels are the only targets of a model.\nEnd the model itself with it, without outputs."),
            (_, BlockRole.Head) when loss == layers.Count - 1 => null,
            (_, BlockRole.Head) => At(RuleIds.MisplacedInBlock, $"{layers[loss].Kind.Name} does not stand last in {block.Name}.\nAn output ends with its one loss: move it, or remove what follows."),
            _ => At(RuleIds.MisplacedInBlock, $"{layers[loss].Kind.Name} stands in {block.Name}, but a loss ends the model, or the block of an Output.\nMove it there."),
        };
    }

    private static int FindLast(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, Predicate<(LayerSpec Spec, LayerKind Kind)> predicate) =>
        layers.ToList().FindLastIndex(predicate);

    /// <summary>The site is that of the combinator, which is known where the block is used.</summary>
    private static Fault At(string rule, string message) => new(rule, Site.Class, message);
}

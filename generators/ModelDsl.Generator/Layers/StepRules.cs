using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Which networks can be gone through step by step: those in which a position's prediction depends on nothing behind it.</summary>
internal static class StepRules
{
    /// <summary>Whether a network gives what it predicts of a whole sequence also from one step after the other.</summary>
    public static bool IsStepwise(Network network) =>
        network.Inputs.Count == 0 && network.Heads.Count == 0 && network.Input.Rank == (network.Tokens.Count > 0 ? 1 : 2)
        && network.Trunk.Nodes.All(IsStepwise);

    /// <summary>Whether a sequence ends with the length that was declared: positions beyond have no embedding, and no place in memory.</summary>
    public static bool IsBounded(Network network) =>
        network.Layers.Any(layer => layer.Kind is TransformKind { IsBounded: true });

    /// <summary>Whether a stepwise network predicts the next id from ids.</summary>
    public static bool IsGenerator(Network network) =>
        network.Tokens.Count == 1 && network.Trunk.Nodes[network.Trunk.Nodes.Count - 1].Kind is SoftmaxLayer && network.Output.Columns == network.Tokens[0].Vocabulary;

    private static bool IsStepwise(NetworkNode node) => node switch
    {
        NetworkLayer layer => layer.Transform.IsStepwise(layer.Spec),
        NetworkCombination { Parallel: BidirectionalLayer or CrossAttentionLayer } => false,
        NetworkCombination { Parallel: ConcatenateLayer } concatenation => concatenation.Output.Columns != concatenation.Parts[0].Output.Columns && node.Branches.All(AreStepwise),
        _ => node.Branches.All(AreStepwise),
    };

    private static bool AreStepwise(NetworkBranch branch) => branch.Nodes.All(IsStepwise);
}

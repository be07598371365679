using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The rule about ids: they are names, not quantities, so nothing computes with them before an embedding has given each its features.</summary>
internal static class IdRules
{
    private const string Usual = "Embedding(1000, 64)";

    /// <summary>Whether a layer gets ids where it takes ids, and values where it takes values; a report where not.</summary>
    public static bool Check(LayerKind kind, LayerContext context)
    {
        bool handsOn = kind is IdentityLayer or OutputLayer or ParallelKind { HasSkip: false } and not BidirectionalLayer;
        return context.Ids is null
            ? !kind.TakesIds || RefuseValues(context)
            : kind.TakesIds || handsOn || Refuse(context, context.Spec.Kind, Mend(kind, context));
    }

    /// <summary>Whether blocks side by side give values, which can be joined; a report where one gives ids.</summary>
    public static bool CheckBranches(LayerContext context, IEnumerable<NetworkBranch> branches) =>
        branches.FirstOrDefault(branch => branch.EndIsIds) is not { Block: var block }
        || Refuse(context, CombinatorKind.Called(context.Spec), ($"{block} hands ids on: use a block with an Embedding in its place.", string.Empty));

    private static bool Refuse(LayerContext context, string name, (string Advice, string Remedy) mend)
    {
        context.Report(RuleIds.IdsAndValues, $"{name} needs values, but its input {context.Input} is ids, which have none before an Embedding.\n{mend.Advice}", remedy: mend.Remedy);
        return false;
    }

    /// <summary>Where the embedding is missing, or stands in another place.</summary>
    private static (string Advice, string Remedy) Mend(LayerKind kind, LayerContext context) => (kind, context) switch
    {
        (_, { Next: ({ } next, EmbeddingLayer) }) => ("Move it behind the Embedding.", $"move-behind {next.Attribute}"),
        (CombinatorKind, { Spec.Blocks: var blocks }) when blocks[0].Layers.FirstOrDefault()?.Kind == "Embedding" =>
            ($"Write the Embedding before it, not in {blocks[0].Name}.", string.Empty),
        (ReshapeLayer, _) => ($"Replace it by an Embedding, such as [{Usual}], which adds the axis of features.", $"replace {Usual}"),
        _ => ($"Insert an Embedding before it, such as [{Usual}].", $"insert {Usual}"),
    };

    private static bool RefuseValues(LayerContext context)
    {
        (string advice, string remedy) = context.Previous switch
        {
            { Kind: InputLayer, Spec: var input } when context.Input.Rank == 1 => ($"Start with [TokenInput({context.Input[0]})], or use Dense for values.", $"rename@{input.Attribute} TokenInput"),
            { Kind: EmbeddingLayer } => ("Remove it: the Embedding before it has given the ids their values.", "remove"),
            _ => ("Start with [TokenInput(…)], or use Dense for values.", string.Empty),
        };
        context.Report(RuleIds.IdsAndValues, $"{context.Spec.Kind} looks up ids, but its input {context.Input} is values.\n{advice}", remedy: remedy);
        return false;
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The rule about ids: they are names, not quantities, so nothing computes with them before an embedding has given each its features.</summary>
internal static class IdRules
{
    /// <summary>Whether a layer gets ids where it takes ids, and values where it takes values; a report where not.</summary>
    public static bool Check(LayerKind kind, LayerContext context)
    {
        string name = context.Spec.Kind;
        if (context.Ids is null)
        {
            if (!kind.TakesIds)
            {
                return true;
            }

            context.Report(RuleIds.IdsAndValues, $"{name} looks up ids, but its input {context.Input} is values.\nStart with [TokenInput(…)], or use Dense for values.");
            return false;
        }

        bool handsOn = kind is IdentityLayer or OutputLayer or ParallelKind { HasSkip: false };
        if (kind.TakesIds || handsOn)
        {
            return true;
        }

        return Refuse(context, name);
    }

    /// <summary>Whether blocks side by side give values, which can be joined; a report where one gives ids.</summary>
    public static bool CheckBranches(LayerContext context, IEnumerable<NetworkBranch> branches) =>
        !branches.Any(branch => branch.EndIsIds) || Refuse(context, CombinatorKind.Called(context.Spec));

    private static bool Refuse(LayerContext context, string name)
    {
        context.Report(RuleIds.IdsAndValues, $"{name} computes with values, but its input {context.Input} is ids.\nInsert an Embedding before it, such as [Embedding(1000, 64)].", remedy: "insert Embedding(1000, 64)");
        return false;
    }
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The shape of one example.</summary>
internal sealed class InputLayer : LayerKind
{
    public override string Name => "Input";

    public override string Stem => "input";

    public override LayerRole Role => LayerRole.Input;

    /// <summary>Whether examples may be shorter along the first axis: each has a length besides, and what lies behind it does not count.</summary>
    public static bool HasLengths(LayerSpec spec) => spec.Get("Lengths", false);

    public override Shape? Infer(LayerContext context)
    {
        int[] sizes = context.Spec.Get("shape", default(EquatableArray<int>)).ToArray();
        if (sizes.Length > 0 && sizes.All(size => size > 0))
        {
            return HasLengths(context.Spec) && sizes.Length != 2 ? RefuseLengths(context, sizes) : new Shape(sizes);
        }

        string message = sizes.Length == 0
            ? "Input has no sizes, but every shape follows from them.\nGive the size of each axis, such as Input(28, 28, 1)."
            : $"Input: {new Shape(sizes)} has an axis without elements.\nEach size is at least 1; the batch is never written.";
        context.Report(RuleIds.NonPositiveSize, message, "shape", Mend(sizes));
        return null;
    }

    /// <summary>The sizes without a batch in front, or with their signs turned; nothing where one is 0.</summary>
    private static string Mend(int[] sizes)
    {
        bool hasBatch = sizes.Length > 1 && sizes[0] is -1 or 0;
        IEnumerable<long> meant = sizes.Skip(hasBatch ? 1 : 0).Select(size => Math.Abs((long)size));
        return sizes.Length > 0 && meant.All(size => size > 0) ? $"set {string.Join(", ", meant)}" : string.Empty;
    }

    private static Shape? RefuseLengths(LayerContext context, int[] sizes)
    {
        context.Report(RuleIds.WrongRank, $"Input: Lengths says how many steps of a sequence (length, features) count, but its shape is {new Shape(sizes)}.\nRemove Lengths, or give it two sizes.", "Lengths", "drop");
        return null;
    }
}

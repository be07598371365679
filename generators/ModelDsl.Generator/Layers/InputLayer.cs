using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The shape of one example.</summary>
internal sealed class InputLayer : LayerKind
{
    public override string Name => "Input";

    public override string Stem => "input";

    public override LayerRole Role => LayerRole.Input;

    public override Shape? Infer(LayerContext context)
    {
        int[] sizes = context.Spec.Get("shape", default(EquatableArray<int>)).ToArray();
        if (sizes.Length > 0 && sizes.All(size => size > 0))
        {
            return new Shape(sizes);
        }

        string message = sizes.Length == 0
            ? "Input has no sizes, but every shape follows from them.\nGive the size of each axis, such as Input(28, 28, 1)."
            : $"Input: {new Shape(sizes)} has an axis without elements.\nEach size is at least 1; the batch is never written.";
        context.Report(RuleIds.NonPositiveSize, message, "shape");
        return null;
    }
}

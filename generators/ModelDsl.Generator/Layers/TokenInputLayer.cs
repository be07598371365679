using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Examples that are sequences of ids.</summary>
internal sealed class TokenInputLayer : LayerKind
{
    public override string Name => "TokenInput";

    public override string Stem => "tokenInput";

    public override LayerRole Role => LayerRole.Input;

    public override Shape? Infer(LayerContext context)
    {
        int length = context.Spec.Get("length", 0);
        if (length > 0)
        {
            return new Shape(length);
        }

        context.Report(RuleIds.NonPositiveSize, $"TokenInput: {length} ids, but an example has at least 1.\nUse the number of ids of the longest example.", "length", $"set {Math.Max(1L, -(long)length)}");
        return null;
    }
}

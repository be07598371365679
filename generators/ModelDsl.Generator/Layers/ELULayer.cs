using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x above 0, α·(e^x − 1) below.</summary>
internal sealed class ELULayer : ActivationKind
{
    public override string Name => "ELU";

    public override string Stem => "elu";

    public override string Describe(LayerSpec spec) => $"ELU({ScalarText.Number(Alpha(spec))})";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Choose(x, Zero, x, Multiply(Of(Alpha(spec)), Subtract(Exp(x), One)));

    public override Shape? Infer(LayerContext context) =>
        context.RequirePositive("alpha", Alpha(context.Spec), "It is how far below 0 the output may go: use one such as 1.", "1") ? context.Input : null;

    private static double Alpha(LayerSpec spec) => spec.Get("alpha", 1.0);
}

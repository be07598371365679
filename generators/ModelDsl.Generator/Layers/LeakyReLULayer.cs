using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x above 0, slope·x below.</summary>
internal sealed class LeakyReLULayer : ActivationKind
{
    public override string Name => "LeakyReLU";

    public override string Stem => "leakyRelu";

    public override string Describe(LayerSpec spec) => $"LeakyReLU({ScalarText.Number(Slope(spec))})";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Choose(x, Zero, x, Multiply(Of(Slope(spec)), x));

    public override Shape? Infer(LayerContext context) => context.RequireFinite("slope", Slope(context.Spec), "0.01") ? context.Input : null;

    private static double Slope(LayerSpec spec) => spec.Get("slope", 0.01);
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>λ·x above 0, λ·α·(e^x − 1) below (Klambauer et al. 2017, equation 2).</summary>
internal sealed class SELULayer : ActivationKind
{
    public override string Name => "SELU";

    public override string Stem => "selu";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Choose(x, Zero, Multiply(Of(Lambda), x), Multiply(Of(Lambda * Alpha), Subtract(Exp(x), One)));

    private const double Lambda = 1.0507009873554805;

    private const double Alpha = 1.6732632423543772;
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>ln(1 + e^x).</summary>
internal sealed class SoftplusLayer : ActivationKind
{
    public override string Name => "Softplus";

    public override string Stem => "softplus";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        ScalarMath.Softplus(x);
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x·Φ(x), with the exact distribution function.</summary>
internal sealed class GELULayer : ActivationKind
{
    public override string Name => "GELU";

    public override string Stem => "gelu";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Multiply(x, NormalCdf(x));
}

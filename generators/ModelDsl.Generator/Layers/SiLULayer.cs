using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x·sigmoid(x).</summary>
internal sealed class SiLULayer : ActivationKind
{
    public override string Name => "SiLU";

    public override string Stem => "silu";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Multiply(x, Sigmoid(x));
}

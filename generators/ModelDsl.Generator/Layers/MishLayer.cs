using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x·tanh(softplus(x)).</summary>
internal sealed class MishLayer : ActivationKind
{
    public override string Name => "Mish";

    public override string Stem => "mish";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Multiply(x, Tanh(Softplus(x)));
}

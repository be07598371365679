using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>tanh(x).</summary>
internal sealed class TanhLayer : ActivationKind
{
    public override string Name => "Tanh";

    public override string Stem => "tanh";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        ScalarMath.Tanh(x);
}

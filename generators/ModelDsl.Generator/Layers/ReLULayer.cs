using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>max(x, 0).</summary>
internal sealed class ReLULayer : ActivationKind
{
    public override string Name => "ReLU";

    public override string Stem => "relu";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Max(x, Zero);
}

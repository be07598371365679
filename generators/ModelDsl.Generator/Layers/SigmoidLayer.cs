using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>1 / (1 + e^−x).</summary>
internal sealed class SigmoidLayer : ActivationKind
{
    public override string Name => "Sigmoid";

    public override string Stem => "sigmoid";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        ScalarMath.Sigmoid(x);
}

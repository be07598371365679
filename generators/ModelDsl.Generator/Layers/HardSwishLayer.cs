using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x·min(max(x + 3, 0), 6) / 6.</summary>
internal sealed class HardSwishLayer : ActivationKind
{
    public override string Name => "HardSwish";

    public override string Stem => "hardSwish";

    public override Scalar Expression(LayerSpec spec, Scalar x) =>
        Multiply(x, Multiply(Min(Max(Add(x, Of(3)), Zero), Of(6)), Of(1.0 / 6)));
}

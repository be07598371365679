using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Probabilities along the last axis.</summary>
internal sealed class SoftmaxLayer : TransformKind
{
    public override string Name => "Softmax";

    public override string Stem => "softmax";

    public override LayerRole Role => LayerRole.Activation;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.Softmax(input);
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Its input.</summary>
internal sealed class IdentityLayer : TransformKind
{
    public override string Name => "Identity";

    public override string Stem => "identity";

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => input;
}

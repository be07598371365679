using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>An activation that is one expression of each element; its derivative is symbolic.</summary>
internal abstract class ActivationKind : TransformKind
{
    public override LayerRole Role => LayerRole.Activation;

    public sealed override bool IsStepwise(LayerSpec spec) => true;

    /// <summary>The activation of x.</summary>
    public abstract Scalar Expression(LayerSpec spec, Scalar x);

    public sealed override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        lowering.Graph.Map(Expression(spec, ScalarMath.Arg(0)), input);
}

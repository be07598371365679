using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>All axes of an example in one.</summary>
internal sealed class FlattenLayer : TransformKind
{
    public override string Name => "Flatten";

    public override string Stem => "flatten";

    public override bool HonoursLengths(LayerSpec spec) => true;

    public override Shape? Infer(LayerContext context) => Joined(context.Input);

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.Reshape(lowering.Masked(input), Joined(input.Type.Shape));

    private static Shape Joined(Shape shape) => new((int)shape.Size);
}

using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A block on the steps in order and another like it on the steps in reverse, what they give side by side.</summary>
internal sealed class BidirectionalLayer : ParallelKind
{
    public override string Name => "Bidirectional";

    public override string Describe(LayerSpec spec) => $"{Name}<{spec.Blocks[0].Name}>";

    /// <summary>The second block turns the steps round before it starts.</summary>
    public override LayerSpec Expand(LayerSpec spec)
    {
        BlockSpec block = spec.Blocks[0];
        LayerSpec reverse = new("TimeReverse", spec.Attribute, default);
        return spec with { Blocks = new EquatableArray<BlockSpec>([block, block with { Name = block.Name + "Reverse", Layers = new EquatableArray<LayerSpec>([reverse, .. block.Layers]) }]) };
    }

    public override bool Takes(LayerContext context) => RankRules.RequireSequence(context);

    public override Shape? Join(LayerContext context, IReadOnlyList<Shape> branches) => branches[0].WithColumns((int)Math.Min(int.MaxValue, 2L * branches[0].Columns));

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering)
    {
        bool areSteps = branches[0].Type.Shape.Rank > 1;
        return lowering.Graph.Concatenate([branches[0], areSteps ? lowering.Reversed(branches[1]) : branches[1]], branches[0].Type.Shape.Rank - 1);
    }
}

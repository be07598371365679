using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Σ a·b along the last axis: how well what two blocks give agrees.</summary>
internal sealed class DotLayer : ParallelKind
{
    public override string Name => "Dot";

    public override Shape? Join(LayerContext context, IReadOnlyList<Shape> branches)
    {
        if (branches[0].Equals(branches[1]))
        {
            return branches[0].WithColumns(1);
        }

        Disagree(context, branches, "Their product needs two of one shape: change the blocks until both give the same.");
        return null;
    }

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering)
    {
        Value sum = lowering.Graph.SumLast(lowering.Graph.Map(Multiply(Arg(0), Arg(1)), branches[0], branches[1]));
        return lowering.Graph.Reshape(sum, branches[0].Type.Shape.WithColumns(1));
    }
}

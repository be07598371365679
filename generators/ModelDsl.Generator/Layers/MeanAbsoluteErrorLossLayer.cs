using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>|p − t|.</summary>
internal sealed class MeanAbsoluteErrorLossLayer : LossKind
{
    public override string Name => "MeanAbsoluteErrorLoss";

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph) =>
        MeanOverLast(graph, Abs(Subtract(Arg(0), Arg(1))), operands);
}

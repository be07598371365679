using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>(p − t)².</summary>
internal sealed class MeanSquaredErrorLossLayer : LossKind
{
    public override string Name => "MeanSquaredErrorLoss";

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph) =>
        MeanOverLast(graph, Square(Subtract(Arg(0), Arg(1))), operands);
}

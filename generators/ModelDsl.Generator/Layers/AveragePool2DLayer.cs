using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>The mean of each window of an image.</summary>
internal sealed class AveragePool2DLayer : PoolingKind
{
    public override string Name => "AveragePool2D";

    public override string Stem => "averagePool2D";

    protected override Value Pool(TensorGraph graph, Value map, WindowGeometry geometry) => graph.AveragePool(map, geometry);
}

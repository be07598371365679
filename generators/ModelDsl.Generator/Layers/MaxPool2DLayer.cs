using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>The largest value of each window of an image.</summary>
internal sealed class MaxPool2DLayer : PoolingKind
{
    public override string Name => "MaxPool2D";

    public override string Stem => "maxPool2D";

    protected override int LongestWindow => MaxPlaces;

    protected override Value Pool(TensorGraph graph, Value map, WindowGeometry geometry) => graph.MaxPool(map, geometry);
}

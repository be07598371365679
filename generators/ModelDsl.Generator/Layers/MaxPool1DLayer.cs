using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>The largest value of each window of a sequence.</summary>
internal sealed class MaxPool1DLayer : PoolingKind
{
    public override string Name => "MaxPool1D";

    public override string Stem => "maxPool1D";

    protected override bool IsImage => false;

    protected override int LongestWindow => MaxPlaces;

    protected override Value Pool(TensorGraph graph, Value map, WindowGeometry geometry) => graph.MaxPool(map, geometry);
}

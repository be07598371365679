using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>The mean of each window of a sequence.</summary>
internal sealed class AveragePool1DLayer : PoolingKind
{
    public override string Name => "AveragePool1D";

    public override string Stem => "averagePool1D";

    protected override bool IsImage => false;

    protected override Value Pool(TensorGraph graph, Value map, WindowGeometry geometry) => graph.AveragePool(map, geometry);
}

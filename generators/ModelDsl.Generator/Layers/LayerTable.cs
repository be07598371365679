using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>All kinds of layers, in the order of the documentation. Adding a layer is one file and one row here.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<LayerKind> Kinds { get; } =
    [
        new InputLayer(),
        new TokenInputLayer(),
        new EmbeddingLayer(),
        new PositionalEmbeddingLayer(),
        new SinusoidalPositionsLayer(),
        new DenseLayer(),
        new Conv1DLayer(),
        new Conv2DLayer(),
        new DepthwiseConv2DLayer(),
        new SeparableConv2DLayer(),
        new ConvTranspose2DLayer(),
        new RNNLayer(),
        new LSTMLayer(),
        new GRULayer(),
        new LastStepLayer(),
        new TimeReverseLayer(),
        new MultiHeadAttentionLayer(),
        new TiedDenseLayer(),
        new MaxPool1DLayer(),
        new MaxPool2DLayer(),
        new AveragePool1DLayer(),
        new AveragePool2DLayer(),
        new GlobalAveragePoolLayer(),
        new GlobalMaxPoolLayer(),
        new BatchNormLayer(),
        new LayerNormLayer(),
        new RMSNormLayer(),
        new GroupNormLayer(),
        new InstanceNormLayer(),
        new FlattenLayer(),
        new ReshapeLayer(),
        new PermuteLayer(),
        new ZeroPadding2DLayer(),
        new Upsample2DLayer(),
        new IdentityLayer(),
        new ResidualLayer(),
        new RepeatLayer(),
        new BidirectionalLayer(),
        new AddLayer(),
        new MultiplyLayer(),
        new ConcatenateLayer(),
        new DotLayer(),
        new CrossAttentionLayer(),
        new OutputLayer(),
        new DropoutLayer(),
        new SpatialDropoutLayer(),
        new ReLULayer(),
        new LeakyReLULayer(),
        new PReLULayer(),
        new ELULayer(),
        new SELULayer(),
        new GELULayer(),
        new SiLULayer(),
        new MishLayer(),
        new HardSwishLayer(),
        new SigmoidLayer(),
        new TanhLayer(),
        new SoftplusLayer(),
        new SoftmaxLayer(),
        new CrossEntropyLossLayer(),
        new BinaryCrossEntropyLossLayer(),
        new MeanSquaredErrorLossLayer(),
        new MeanAbsoluteErrorLossLayer(),
        new HuberLossLayer(),
        new KLDivergenceLossLayer(),
        new CosineSimilarityLossLayer(),
        new TripletLossLayer(),
        new CTCLossLayer(),
    ];

    private static readonly Dictionary<string, LayerKind> ByName = Kinds.ToDictionary(kind => kind.Name);

    /// <summary>The layers of an attribute list with their kinds.</summary>
    public static IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> Find(IEnumerable<LayerSpec> layers) => [.. layers.Select(layer => (ByName[layer.Kind].Expand(layer), ByName[layer.Kind]))];
}

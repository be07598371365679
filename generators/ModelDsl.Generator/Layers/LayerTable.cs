namespace ModelDsl.Generator.Layers;

/// <summary>All kinds of layers, in the order of the documentation. Adding a layer is one file and one row here.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<LayerKind> Kinds { get; } =
    [
        new InputLayer(),
        new DenseLayer(),
        new FlattenLayer(),
        new DropoutLayer(),
        new BatchNormLayer(),
        new LayerNormLayer(),
        new RMSNormLayer(),
        new GlobalAveragePoolLayer(),
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
    ];

    private static readonly Dictionary<string, LayerKind> ByName = Kinds.ToDictionary(kind => kind.Name);

    public static LayerKind? Find(string name) => ByName.TryGetValue(name, out LayerKind? kind) ? kind : null;
}

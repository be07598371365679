namespace ModelDsl.CompiledTests.Models;

/// <summary>The models that gradients and reference vectors are checked on: every layer, activation, loss and option of the language, and the same in double precision.</summary>
public static partial class Catalog
{
    private static readonly Dictionary<string, (Func<long, Model<float>> Single, Func<long, Model<double>> Double)> plain = new()
    {
        [nameof(ReLUModel)] = (seed => new ReLUModel(seed), seed => new ReLUModel64(seed)),
        [nameof(LeakyReLUModel)] = (seed => new LeakyReLUModel(seed), seed => new LeakyReLUModel64(seed)),
        [nameof(SteepLeakyReLUModel)] = (seed => new SteepLeakyReLUModel(seed), seed => new SteepLeakyReLUModel64(seed)),
        [nameof(ELUModel)] = (seed => new ELUModel(seed), seed => new ELUModel64(seed)),
        [nameof(DeepELUModel)] = (seed => new DeepELUModel(seed), seed => new DeepELUModel64(seed)),
        [nameof(SELUModel)] = (seed => new SELUModel(seed), seed => new SELUModel64(seed)),
        [nameof(GELUModel)] = (seed => new GELUModel(seed), seed => new GELUModel64(seed)),
        [nameof(SiLUModel)] = (seed => new SiLUModel(seed), seed => new SiLUModel64(seed)),
        [nameof(MishModel)] = (seed => new MishModel(seed), seed => new MishModel64(seed)),
        [nameof(HardSwishModel)] = (seed => new HardSwishModel(seed), seed => new HardSwishModel64(seed)),
        [nameof(SigmoidModel)] = (seed => new SigmoidModel(seed), seed => new SigmoidModel64(seed)),
        [nameof(TanhModel)] = (seed => new TanhModel(seed), seed => new TanhModel64(seed)),
        [nameof(SoftplusModel)] = (seed => new SoftplusModel(seed), seed => new SoftplusModel64(seed)),
        [nameof(SoftmaxModel)] = (seed => new SoftmaxModel(seed), seed => new SoftmaxModel64(seed)),
        [nameof(BiaslessModel)] = (seed => new BiaslessModel(seed), seed => new BiaslessModel64(seed)),
        [nameof(SequenceModel)] = (seed => new SequenceModel(seed), seed => new SequenceModel64(seed)),
        [nameof(VolumeModel)] = (seed => new VolumeModel(seed), seed => new VolumeModel64(seed)),
        [nameof(FlattenModel)] = (seed => new FlattenModel(seed), seed => new FlattenModel64(seed)),
        [nameof(FlattenFirstModel)] = (seed => new FlattenFirstModel(seed), seed => new FlattenFirstModel64(seed)),
        [nameof(DropoutModel)] = (seed => new DropoutModel(seed), seed => new DropoutModel64(seed)),
        [nameof(InputDropoutModel)] = (seed => new InputDropoutModel(seed), seed => new InputDropoutModel64(seed)),
        [nameof(KeepAllModel)] = (seed => new KeepAllModel(seed), seed => new KeepAllModel64(seed)),
        [nameof(CrossEntropyModel)] = (seed => new CrossEntropyModel(seed), seed => new CrossEntropyModel64(seed)),
        [nameof(SmoothedCrossEntropyModel)] = (seed => new SmoothedCrossEntropyModel(seed), seed => new SmoothedCrossEntropyModel64(seed)),
        [nameof(WeightedCrossEntropyModel)] = (seed => new WeightedCrossEntropyModel(seed), seed => new WeightedCrossEntropyModel64(seed)),
        [nameof(SmoothedWeightedCrossEntropyModel)] = (seed => new SmoothedWeightedCrossEntropyModel(seed), seed => new SmoothedWeightedCrossEntropyModel64(seed)),
        [nameof(SoftCrossEntropyModel)] = (seed => new SoftCrossEntropyModel(seed), seed => new SoftCrossEntropyModel64(seed)),
        [nameof(SmoothedSoftCrossEntropyModel)] = (seed => new SmoothedSoftCrossEntropyModel(seed), seed => new SmoothedSoftCrossEntropyModel64(seed)),
        [nameof(SequenceCrossEntropyModel)] = (seed => new SequenceCrossEntropyModel(seed), seed => new SequenceCrossEntropyModel64(seed)),
        [nameof(SequenceWeightedCrossEntropyModel)] = (seed => new SequenceWeightedCrossEntropyModel(seed), seed => new SequenceWeightedCrossEntropyModel64(seed)),
        [nameof(BinaryCrossEntropyModel)] = (seed => new BinaryCrossEntropyModel(seed), seed => new BinaryCrossEntropyModel64(seed)),
        [nameof(MultiLabelModel)] = (seed => new MultiLabelModel(seed), seed => new MultiLabelModel64(seed)),
        [nameof(PositiveWeightModel)] = (seed => new PositiveWeightModel(seed), seed => new PositiveWeightModel64(seed)),
        [nameof(SequenceBinaryModel)] = (seed => new SequenceBinaryModel(seed), seed => new SequenceBinaryModel64(seed)),
        [nameof(MeanSquaredErrorModel)] = (seed => new MeanSquaredErrorModel(seed), seed => new MeanSquaredErrorModel64(seed)),
        [nameof(BoundedRegressionModel)] = (seed => new BoundedRegressionModel(seed), seed => new BoundedRegressionModel64(seed)),
        [nameof(MeanAbsoluteErrorModel)] = (seed => new MeanAbsoluteErrorModel(seed), seed => new MeanAbsoluteErrorModel64(seed)),
        [nameof(HuberModel)] = (seed => new HuberModel(seed), seed => new HuberModel64(seed)),
        [nameof(NarrowHuberModel)] = (seed => new NarrowHuberModel(seed), seed => new NarrowHuberModel64(seed)),
        [nameof(KLDivergenceModel)] = (seed => new KLDivergenceModel(seed), seed => new KLDivergenceModel64(seed)),
        [nameof(SequenceKLDivergenceModel)] = (seed => new SequenceKLDivergenceModel(seed), seed => new SequenceKLDivergenceModel64(seed)),
        [nameof(MlpModel)] = (seed => new MlpModel(seed), seed => new MlpModel64(seed)),
        [nameof(LogisticModel)] = (seed => new LogisticModel(seed), seed => new LogisticModel64(seed)),
        [nameof(OptimizerModel)] = (seed => new OptimizerModel(seed), seed => new OptimizerModel64(seed)),
    };

    /// <summary>The names of all models.</summary>
    public static IEnumerable<string> Names => PlainNames.Concat(ImageNames).Concat(SequenceNames);

    /// <summary>The names of those of dense layers alone.</summary>
    public static IReadOnlyCollection<string> PlainNames => plain.Keys;

    /// <summary>The names of those with layers of images, or with blocks.</summary>
    public static IEnumerable<string> ImageNames => images.Keys.Concat(blocks.Keys);

    /// <summary>The names of those of ids, or with recurrence or attention.</summary>
    public static IReadOnlyCollection<string> SequenceNames => sequences.Keys;

    /// <summary>A new model in single precision.</summary>
    public static Model<float> Single(string name, long seed = 0) => Find(name).Single(seed);

    /// <summary>Its twin in double precision.</summary>
    public static Model<double> Double(string name, long seed = 0) => Find(name).Double(seed);

    private static (Func<long, Model<float>> Single, Func<long, Model<double>> Double) Find(string name) =>
        new[] { plain, images, blocks, sequences, generators }.First(models => models.ContainsKey(name))[name];
}

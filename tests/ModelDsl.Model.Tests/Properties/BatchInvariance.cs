using CsCheck;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class BatchInvariance
{
    private static readonly Gen<(int First, int Second, int Seed)> gen =
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 300], Gen.Int, (first, second, seed) => (first, second, seed));

    [Theory]
    [InlineData(nameof(MlpModel))]
    [InlineData(nameof(GptModel))]
    [InlineData(nameof(StackedLSTMModel))]
    [InlineData(nameof(LengthAttentionModel))]
    [InlineData(nameof(SequenceModel))]
    [InlineData(nameof(LogisticModel))]
    [InlineData(nameof(FirstConv2DModel))]
    [InlineData(nameof(OverlappingMaxPool2DModel))]
    [InlineData(nameof(DenseBatchNormModel))]
    [InlineData(nameof(GroupNormModel))]
    public void A_batch_predicts_what_its_parts_predict(string name) => gen.Sample(
        drawn =>
        {
            Subject<double> subject = new(Catalog.Double(name, drawn.Seed));
            Examples<double> all = Examples<double>.Draw(subject.Definition, drawn.First + drawn.Second, drawn.Seed);
            double[] parts = [.. subject.Predict(all.Slice(0, drawn.First)), .. subject.Predict(all.Slice(drawn.First, drawn.Second))];
            Closeness.AssertClose<double, double>(subject.Predict(all), parts, 1e-14, name);
        },
        iter: 20, threads: 1);

    [Theory]
    [InlineData(nameof(MlpModel))]
    [InlineData(nameof(StackedGRUModel))]
    [InlineData(nameof(LengthBidirectionalModel))]
    [InlineData(nameof(SequenceWeightedCrossEntropyModel))]
    [InlineData(nameof(FlattenModel))]
    [InlineData(nameof(HuberModel))]
    [InlineData(nameof(FirstConv2DModel))]
    [InlineData(nameof(SeparableConv2DModel))]
    [InlineData(nameof(OverlappingAveragePool2DModel))]
    [InlineData(nameof(InstanceNormModel))]
    public void The_gradient_of_a_batch_is_the_weighted_mean_of_its_parts_gradients(string name) => gen.Sample(
        drawn =>
        {
            Subject<double> subject = new(Catalog.Double(name, drawn.Seed));
            Examples<double> all = Examples<double>.Draw(subject.Definition, drawn.First + drawn.Second, drawn.Seed);
            (double first, double[] firstGradient, double firstWeight) = Measure(subject, all.Slice(0, drawn.First));
            (double second, double[] secondGradient, double secondWeight) = Measure(subject, all.Slice(drawn.First, drawn.Second));
            double total = firstWeight + secondWeight;
            double[] mean = [.. firstGradient.Zip(secondGradient, (a, b) => ((firstWeight * a) + (secondWeight * b)) / total)];
            double loss = subject.Loss(all);
            Closeness.AssertClose<double, double>([loss], [((firstWeight * first) + (secondWeight * second)) / total], 1e-12, $"{name}'s loss");
            Closeness.AssertClose<double, double>(subject.Gradients, mean, 1e-12, $"{name}'s gradient");
        },
        iter: 20, threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    [InlineData(45)]
    public void Accumulating_parts_gives_the_gradient_of_the_large_batch(int part)
    {
        SmoothedWeightedCrossEntropyModel64 model = new(seed: 3);
        Examples<double> all = Examples<double>.Draw(model.Definition, count: 45, seed: 4);
        double loss = new Trainer<double>(model, new SGD(0.1)).ComputeGradients(all.Inputs, all.Labels, all.Weights);
        double[] gradient = model.Gradients.Span.ToArray();
        Trainer<double> accumulating = new(model, new SGD(0.1), new TrainerOptions { MicroBatchSize = part });
        Closeness.AssertClose<double, double>([loss], [accumulating.ComputeGradients(all.Inputs, all.Labels, all.Weights)], 1e-14, "loss");
        Closeness.AssertClose<double, double>(gradient, model.Gradients.Span, 1e-13, "gradient");
    }

    [Fact]
    public void An_example_of_weight_zero_counts_for_nothing()
    {
        Subject<double> subject = new(new MlpModel64(seed: 3));
        Examples<double> all = Examples<double>.Draw(subject.Definition, count: 9, seed: 4);
        double expected = subject.Loss(all.Slice(0, 8));
        double[] gradient = subject.Gradients.ToArray();
        all.Weights[8] = 0;
        Closeness.AssertClose<double, double>([expected], [subject.Loss(all)], 1e-13, "loss");
        Closeness.AssertClose<double, double>(gradient, subject.Gradients, 1e-13, "gradient");
    }

    private static (double Loss, double[] Gradient, double Weight) Measure(Subject<double> subject, Examples<double> part)
    {
        double loss = subject.Loss(part);
        return (loss, subject.Gradients.ToArray(), Weight(subject.Definition, part));
    }

    /// <summary>What the mean divides by: the examples' weights, times the class's weight where classes have one.</summary>
    private static double Weight(ModelDefinition definition, Examples<double> part)
    {
        double[] classes = definition.Name.Contains("WeightedCrossEntropy", StringComparison.Ordinal) ? [0.5, 1, 2, 1.5] : [1, 1, 1, 1];
        return Enumerable.Range(0, part.Count).Sum(i =>
            part.Weights[i] * (part.Labels is null ? definition.TargetSize : part.Labels.AsSpan(i * definition.TargetSize, definition.TargetSize).ToArray().Sum(label => classes[label])));
    }
}

using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>After the first step, training and predicting take no memory from the collector.</summary>
[Collection(Alone.Name)]
public sealed class Allocations : IDisposable
{
    private readonly int threads = Parallelism.Threads;

    public static TheoryData<string, Optimizer> Optimizers => new()
    {
        { "SGD", new SGD(0.01) },
        { "SGD with momentum", new SGD(0.01, momentum: 0.9, nesterov: true, weightDecay: 0.01) },
        { "Adam", new Adam(0.001) },
        { "AdamW", new AdamW(0.001) },
        { "RMSProp", new RMSProp(0.001, momentum: 0.9, centered: true) },
    };

    [Theory, MemberData(nameof(Optimizers), DisableDiscoveryEnumeration = true)]
    public void A_training_step_allocates_nothing(string name, Optimizer optimizer)
    {
        MlpModel model = new(seed: 1);
        Examples<float> examples = Examples<float>.Draw(model.Definition, count: 32, seed: 2);
        Trainer<float> trainer = new(model, optimizer);
        Assert.True(Allocated.OnThisThread(20, () => trainer.Step(examples.Inputs, examples.Labels, examples.Weights)) == 0, $"{name} allocates.");
    }

    [Theory]
    [InlineData(nameof(WideWriter))]
    [InlineData(nameof(WideRecurrence))]
    public void A_training_step_on_sequences_allocates_nothing(string name)
    {
        Model<float> model = name == nameof(WideWriter) ? new WideWriter(seed: 1) : new WideRecurrence(seed: 1);
        Examples<float> examples = Examples<float>.Draw(model.Definition, count: 4, seed: 2);
        Trainer<float> trainer = new(model, new AdamW(0.001));
        Assert.Equal(0, Allocated.OnThisThread(20, () => trainer.Step(examples.Inputs, examples.Labels, examples.Weights)));
        float[] outputs = new float[4 * 32 * 50];
        Assert.Equal(0, Allocated.OnThisThread(20, () => model.Predict(examples.Inputs, outputs)));
    }

    [Fact]
    public void A_training_step_in_double_precision_with_values_as_targets_allocates_nothing()
    {
        VolumeModel64 model = new(seed: 1);
        Examples<double> examples = Examples<double>.Draw(model.Definition, count: 32, seed: 2);
        Trainer<double> trainer = new(model, new Adam(0.001));
        Assert.Equal(0, Allocated.OnThisThread(20, () => trainer.Step(examples.Inputs, examples.Values, examples.Weights)));
    }

    [Fact]
    public void A_prediction_into_a_span_allocates_nothing()
    {
        MlpModel model = new(seed: 1);
        float[] inputs = Examples<float>.Draw(model.Definition, count: 500, seed: 2).Inputs, outputs = new float[500 * MlpModel.OutputSize];
        Assert.Equal(0, Allocated.OnThisThread(20, () => model.Predict(inputs, outputs)));
        Assert.Equal(0, Allocated.OnThisThread(20, () => model.Predict(inputs.AsSpan(0, MlpModel.InputSize), outputs.AsSpan(0, MlpModel.OutputSize))));
    }

    [Fact]
    public void Steps_and_predictions_that_are_split_among_threads_allocate_nothing_on_any_of_them()
    {
        Parallelism.Threads = 3;
        WideModel model = new(seed: 1);
        Examples<float> examples = Examples<float>.Draw(model.Definition, count: 16, seed: 2);
        Trainer<float> trainer = new(model, new AdamW(0.001));
        float[] outputs = new float[16 * WideModel.OutputSize];
        void Work()
        {
            trainer.Step(examples.Inputs, examples.Labels, examples.Weights);
            model.Predict(examples.Inputs, outputs);
        }

        for (int i = 0; i < 5; i++)
        {
            Work();
        }

        // The test host's own timers allocate some ten times a second; a step that allocated would do so in every round.
        Assert.Contains(Enumerable.Range(0, 40).ToArray(), _ => InProcess(Work) == 0);
    }

    public void Dispose() => Parallelism.Threads = threads;

    private static long InProcess(Action work)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}

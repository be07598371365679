using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>Networks of images keep the promises that dense ones keep: no allocation, the same bits on any number of threads.</summary>
[Collection(Alone.Name)]
public sealed class ImageNetworks : IDisposable
{
    private static readonly Dictionary<string, Func<Model<float>>> networks = new()
    {
        [nameof(DigitClassifier)] = () => new DigitClassifier(seed: 9),
        [nameof(SmallResNet)] = () => new SmallResNet(seed: 9),
    };

    private readonly int threads = Parallelism.Threads;

    public static TheoryData<string> Names => [.. networks.Keys];

    public static TheoryData<string, int> NamesAndThreads
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (string name in networks.Keys)
            {
                data.Add(name, 2);
                data.Add(name, 3);
                data.Add(name, 4);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Steps_and_predictions_allocate_nothing(string name)
    {
        Parallelism.Threads = 1;
        Assert.Equal(0, Allocated.OnThisThread(3, Work(name)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Steps_and_predictions_that_are_split_among_threads_allocate_nothing_on_any_of_them(string name)
    {
        Parallelism.Threads = 3;
        Action work = Work(name);
        work();
        work();

        // The test host's own timers allocate some ten times a second; a step that allocated would do so in every round.
        Assert.Contains(Enumerable.Range(0, 40).ToArray(), _ =>
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            work();
            return GC.GetTotalAllocatedBytes(precise: true) == before;
        });
    }

    [Theory, MemberData(nameof(NamesAndThreads))]
    public void Training_and_prediction_give_the_same_bits_on_any_number_of_threads(string name, int count)
    {
        (long[] losses, int[] parameters, int[] predictions) = Train(name, 1);
        (long[] otherLosses, int[] otherParameters, int[] otherPredictions) = Train(name, count);
        Assert.Equal(3, losses.Distinct().Count());
        Assert.Equal(losses, otherLosses);
        Assert.Equal(parameters, otherParameters);
        Assert.Equal(predictions, otherPredictions);
    }

    public void Dispose() => Parallelism.Threads = threads;

    private static Action Work(string name)
    {
        Model<float> model = networks[name]();
        Examples<float> examples = Examples<float>.Draw(model.Definition, count: 8, seed: 2);
        Trainer<float> trainer = new(model, new AdamW(0.001));
        float[] outputs = new float[8 * model.Definition.OutputShape[^1]];
        return () =>
        {
            trainer.Step(examples.Inputs, examples.Labels, examples.Weights);
            model.Predict(examples.Inputs, outputs);
        };
    }

    private static (long[] Losses, int[] Parameters, int[] Predictions) Train(string name, int count)
    {
        Parallelism.Threads = count;
        Subject<float> subject = new(networks[name]());
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 24, seed: 1);
        Trainer<float> trainer = new(subject.Model, new Adam(0.001));
        long[] losses = [.. Enumerable.Range(0, 3).Select(_ => BitConverter.DoubleToInt64Bits(trainer.Step(examples.Inputs, examples.Labels, examples.Weights)))];
        return (losses, Bits(subject.Parameters.ToArray()), Bits(subject.Predict(Examples<float>.Draw(subject.Definition, count: 37, seed: 2))));
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}

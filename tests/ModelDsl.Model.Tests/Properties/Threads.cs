using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>Work is cut by its sizes, never by who is free: any number of threads gives the same bits.</summary>
[Collection(Alone.Name)]
public sealed class Threads : IDisposable
{
    private static readonly Dictionary<string, Func<Model<float>>> models = new()
    {
        [nameof(WideModel)] = () => new WideModel(seed: 9),
        [nameof(WideWriter)] = () => new WideWriter(seed: 9),
        [nameof(WideRecurrence)] = () => new WideRecurrence(seed: 9),
    };

    private readonly int threads = Parallelism.Threads;

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (string name in models.Keys)
            {
                cases.Add(name, 2);
                cases.Add(name, 3);
                cases.Add(name, 4);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Training_and_prediction_give_the_same_bits_on_any_number_of_threads(string name, int count)
    {
        (double[] losses, float[] parameters, float[] predictions) = Train(name, 1);
        (double[] otherLosses, float[] otherParameters, float[] otherPredictions) = Train(name, count);
        Assert.Equal(losses.Select(BitConverter.DoubleToInt64Bits), otherLosses.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(Bits(parameters), Bits(otherParameters));
        Assert.Equal(Bits(predictions), Bits(otherPredictions));
    }

    public void Dispose() => Parallelism.Threads = threads;

    private static (double[] Losses, float[] Parameters, float[] Predictions) Train(string name, int count)
    {
        Parallelism.Threads = count;
        Subject<float> subject = new(models[name]());
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 128, seed: 1);
        Trainer<float> trainer = new(subject.Model, new Adam(0.001));
        double[] losses = [.. Enumerable.Range(0, 3).Select(_ => trainer.Step(examples.Inputs, examples.Labels, examples.Weights))];
        Assert.Equal(3, losses.Distinct().Count());
        return (losses, subject.Parameters.ToArray(), subject.Predict(Examples<float>.Draw(subject.Definition, count: 5 * subject.Model.ChunkLength, seed: 2)));
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}

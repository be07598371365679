using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>What predictions keep of the weights changes no bit of them, and follows the weights.</summary>
public sealed class Readiness : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");

    public static TheoryData<string> Names => [.. Catalog.Names];

    [Theory, MemberData(nameof(Names))]
    public void Predictions_that_keep_something_have_the_bits_of_those_that_keep_nothing(string name)
    {
        Check(Catalog.Single(name, seed: 3), Catalog.Single(name, seed: 3));
        Check(Catalog.Double(name, seed: 3), Catalog.Double(name, seed: 3));
    }

    [Fact]
    public void Wide_models_have_the_same_bits_too()
    {
        Check(new WideModel(seed: 3), new WideModel(seed: 3));
        Check(new WideWriter(seed: 3), new WideWriter(seed: 3));
        Check(new WideRecurrence(seed: 3), new WideRecurrence(seed: 3));
        Check(new ResNet20(seed: 3), new ResNet20(seed: 3));
        Check(new ResNet20Double(seed: 3), new ResNet20Double(seed: 3));
    }

    [Theory]
    [InlineData(nameof(MlpModel))]
    [InlineData(nameof(DenseBatchNormModel))]
    [InlineData(nameof(Conv2DModel))]
    [InlineData(nameof(GptModel))]
    [InlineData(nameof(StackedLSTMModel))]
    public void Predictions_follow_training_steps_and_loaded_weights(string name)
    {
        Subject<float> subject = new(Catalog.Single(name, seed: 1)), fresh = new(Catalog.Single(name, seed: 2));
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 5, seed: 4);
        float[] before = Thrice(subject, examples);
        subject.Step(examples);
        float[] after = Thrice(subject, examples);
        Assert.NotEqual(before, after);

        subject.Model.Save(path);
        Assert.NotEqual(after, Thrice(fresh, examples));
        fresh.Model.Load(path);
        Assert.Equal(after, Thrice(fresh, examples));
    }

    [Fact]
    public void Predictions_follow_a_view_that_is_held_across_them()
    {
        MlpModel model = new(seed: 1);
        Subject<float> subject = new(model);
        Examples<float> examples = Examples<float>.Draw(subject.Definition, count: 5, seed: 4);
        float[] before = Thrice(subject, examples);
        System.Numerics.Tensors.TensorSpan<float> weight = model.Dense1Weight;
        Assert.Equal(before, Thrice(subject, examples));
        weight[0, 0] += 1;
        float[] after = subject.Predict(examples);
        Assert.NotEqual(before, after);
        weight[0, 0] -= 1;
        Assert.Equal(before, Thrice(subject, examples));
    }

    [Fact]
    public void Any_number_of_threads_may_find_the_weights_not_ready()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            ResNetFor(seed, out Subject<float> first, out Subject<float> second);
            Examples<float> examples = Examples<float>.Draw(first.Definition, count: 3, seed: 4);
            float[] expected = first.Predict(examples);
            Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(expected, second.Predict(examples)));
        }

        static void ResNetFor(int seed, out Subject<float> first, out Subject<float> second) =>
            (first, second) = (new Subject<float>(new SmallResNet(seed)), new Subject<float>(new SmallResNet(seed)));
    }

    public void Dispose() => File.Delete(path);

    /// <summary>Weights after a step, so that statistics and biases are not what they start as; one model's are seen from outside, so that it keeps nothing.</summary>
    private static void Check<T>(Model<T> keeping, Model<T> exposed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Subject<T> subject = new(keeping), other = new(exposed);
        Examples<T> step = Examples<T>.Draw(subject.Definition, count: 4, seed: 5);
        subject.Step(step);
        other.Step(step);
        _ = other.Parameters;
        foreach (int count in (int[])[1, 2, 7, 26])
        {
            Examples<T> examples = Examples<T>.Draw(subject.Definition, count, seed: count);
            Assert.Equal(other.Predict(examples), Thrice(subject, examples));
        }
    }

    /// <summary>The predictions, which are the same the first time, when weights are packed, and later.</summary>
    private static T[] Thrice<T>(Subject<T> subject, Examples<T> examples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] first = subject.Predict(examples);
        Assert.Equal(first, subject.Predict(examples));
        Assert.Equal(first, subject.Predict(examples));
        return first;
    }
}

using System.Numerics;
using ModelDsl.Tests.Kernels;

namespace ModelDsl.Tests.Optimizers;

[Collection(Alone.Name)]
public sealed class OptimizerTests
{
    private const double Scale = 0.5;

    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> cases = [];
        foreach (string name in Optimizers.Keys)
        {
            foreach (int length in new[] { 1, 3, 16, 37, 1000 })
            {
                cases.Add(name, length);
            }
        }

        return cases;
    }

    public static TheoryData<string> Names() => [.. Optimizers.Keys];

    private static Dictionary<string, Optimizer> Optimizers { get; } = new()
    {
        ["sgd"] = new SGD(0.1),
        ["sgd with decay"] = new SGD(0.1, weightDecay: 0.2),
        ["momentum"] = new SGD(0.1, momentum: 0.9, weightDecay: 0.05),
        ["momentum without decay"] = new SGD(0.1, momentum: 0.9),
        ["nesterov"] = new SGD(new CosineSchedule(0.1), momentum: 0.8, nesterov: true),
        ["adam"] = new Adam(),
        ["adam with decay"] = new Adam(0.01, 0.8, 0.95, 1e-6, 0.1),
        ["adamw"] = new AdamW(new ExponentialSchedule(0.01, 0.9) { WarmupSteps = 3 }),
        ["adamw without decay"] = new AdamW(0.05, weightDecay: 0),
        ["rmsprop"] = new RMSProp(),
        ["rmsprop with momentum"] = new RMSProp(0.01, 0.9, 1e-7, momentum: 0.5, weightDecay: 0.1),
        ["rmsprop with momentum and without decay"] = new RMSProp(0.01, momentum: 0.9),
        ["centred rmsprop"] = new RMSProp(0.01, 0.95, 1e-4, momentum: 0.3, centered: true),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_steps_in_double_precision_follow_the_published_equations(string optimizer, int length) =>
        Follow<double>(Optimizers[optimizer], length, 1e-12);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_steps_in_single_precision_follow_the_published_equations(string optimizer, int length) =>
        Follow<float>(Optimizers[optimizer], length, 5e-6);

    [Fact]
    public void The_first_step_of_gradient_descent_is_the_rate_times_the_gradient()
    {
        Assert.Equal([0.95f, 2.05f], FirstStep(new SGD(0.1), [1, 2], [0.5f, -0.5f]));
    }

    [Fact]
    public void The_first_step_of_momentum_is_that_of_plain_descent_and_the_second_adds_the_first()
    {
        ModelDefinition definition = Definitions.Of(Definitions.Vector("w", 0, 1, decays: true));
        OptimizerState<double> state = new SGD(1.0, momentum: 0.5).CreateState<double>(1);
        double[] parameter = [0];
        state.Update(parameter, [1.0], definition, 1.0, 1.0, 1);
        Assert.Equal(-1, parameter[0]);
        state.Update(parameter, [1.0], definition, 1.0, 1.0, 2);
        Assert.Equal(-2.5, parameter[0]);
    }

    [Fact]
    public void The_first_step_of_Adam_has_the_length_of_the_rate_whatever_the_gradient()
    {
        float[] moved = FirstStep(new Adam(0.25), [0, 0, 0], [1e-3f, -7, 1e5f]);
        Assert.Equal(-0.25, moved[0], 1e-5);
        Assert.Equal(0.25, moved[1], 1e-6);
        Assert.Equal(-0.25, moved[2], 1e-6);
    }

    [Fact]
    public void The_first_step_of_RMSProp_is_ten_times_the_rate_at_the_default_alpha()
    {
        float[] moved = FirstStep(new RMSProp(0.01), [0], [3]);
        Assert.Equal(-0.1, moved[0], 1e-6);
    }

    [Fact]
    public void Only_parameters_that_decay_shrink()
    {
        ModelDefinition definition = Definitions.Of(
            Definitions.Vector("a.weight", 0, 20, decays: true), Definitions.Vector("a.bias", 20, 3, decays: false),
            Definitions.Vector("b.bias", 23, 2, decays: false), Definitions.Vector("b.weight", 25, 5, decays: true));
        double[] parameters = [.. Enumerable.Repeat(1.0, 30)];
        new AdamW(0.5, weightDecay: 0.5).CreateState<double>(30).Update(parameters, new double[30], definition, 0.5, 1, 1);
        Assert.All(parameters[..20], value => Assert.Equal(0.75, value));
        Assert.All(parameters[20..25], value => Assert.Equal(1, value));
        Assert.All(parameters[25..], value => Assert.Equal(0.75, value));
    }

    [Fact]
    public void Two_trainings_with_one_optimizer_do_not_share_moments()
    {
        Adam optimizer = new(0.1);
        float[] alone = FirstStep(optimizer, [1], [2]);
        Assert.Equal(alone, FirstStep(optimizer, [1], [2]));
    }

    [Theory]
    [InlineData("momentum without decay")]
    [InlineData("adam")]
    [InlineData("rmsprop with momentum and without decay")]
    public void Moments_that_have_decayed_to_subnormal_numbers_end_at_zero(string optimizer)
    {
        ModelDefinition definition = Definitions.Of(Definitions.Vector("w", 0, 1, decays: true));
        OptimizerState<float> state = Optimizers[optimizer].CreateState<float>(1);
        float[] parameter = [0];
        state.Update(parameter, [1], definition, 1e-3, 1, 1);
        for (int step = 2; step <= 1280; step++)
        {
            state.Update(parameter, [0], definition, 1e-3, 1, step);
        }

        float before = parameter[0];
        state.Update(parameter, [0], definition, 1e38, 1, 1281);
        Assert.NotEqual(0, before);
        Assert.Equal(before, parameter[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Several_threads_take_the_same_steps_bit_for_bit(string optimizer)
    {
        float[] expected = WithThreads.Get(1, () => ThreeSteps(Optimizers[optimizer]));
        foreach (int threads in new[] { 2, 3, 8 })
        {
            Assert.Equal(expected, WithThreads.Get(threads, () => ThreeSteps(Optimizers[optimizer])));
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        ModelDefinition definition = Definitions.Of(Definitions.Vector("w", 0, 500, decays: true), Definitions.Vector("b", 500, 7, decays: false));
        float[] parameters = new float[507];
        foreach (Optimizer optimizer in Optimizers.Values)
        {
            OptimizerState<float> state = optimizer.CreateState<float>(507);
            state.Update(parameters, parameters, definition, 0.1, 1, 1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            state.Update(parameters, parameters, definition, 0.1, 1, 2);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void Spans_of_the_wrong_length_are_refused_with_both_lengths_and_change_nothing()
    {
        ModelDefinition definition = Definitions.Of(Definitions.Vector("w", 0, 4, decays: true));
        OptimizerState<float> state = new SGD(0.1).CreateState<float>(4);
        float[] parameters = [1, 2, 3, 4];
        ArgumentException fault = Assert.Throws<ArgumentException>(() => state.Update(parameters, new float[5], definition, 0.1, 1, 1));
        Assert.Equal("gradients", fault.ParamName);
        Assert.Contains("5", fault.Message);
        Assert.Contains("4", fault.Message);
        Assert.Equal([1, 2, 3, 4], parameters);
    }

    /// <summary>Steps for enough parameters to share, in stretches that begin and end within lines of the cache.</summary>
    private static float[] ThreeSteps(Optimizer optimizer)
    {
        ModelDefinition definition = Definitions.Of(
            Definitions.Vector("a.weight", 0, 20_011, decays: true), Definitions.Vector("a.bias", 20_011, 3, decays: false),
            Definitions.Vector("b.weight", 20_014, 700, decays: true), Definitions.Vector("b.bias", 20_714, 130, decays: false));
        float[] parameters = [.. Enumerable.Range(0, 20_844).Select(i => MathF.Sin(i))], gradients = [.. parameters.Select(MathF.Cos)];
        OptimizerState<float> state = optimizer.CreateState<float>(parameters.Length);
        for (int step = 1; step <= 3; step++)
        {
            state.Update(parameters, gradients, definition, 0.01, Scale, step);
        }

        return parameters;
    }

    private static float[] FirstStep(Optimizer optimizer, float[] parameters, float[] gradients)
    {
        ModelDefinition definition = Definitions.Of(Definitions.Vector("w", 0, parameters.Length, decays: true));
        OptimizerState<float> state = optimizer.CreateState<float>(parameters.Length);
        state.Update(parameters, gradients, definition, optimizer.LearningRateAt(1, 1), 1, 1);
        return parameters;
    }

    private static void Follow<T>(Optimizer optimizer, int length, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int matrix = (length * 2 / 3) + 1;
        ModelDefinition definition = matrix < length
            ? Definitions.Of(Definitions.Vector("w", 0, matrix, decays: true), Definitions.Vector("b", matrix, length - matrix, decays: false))
            : Definitions.Of(Definitions.Vector("w", 0, length, decays: true));
        double[] expected = [.. Enumerable.Range(0, length).Select(i => 2 + Math.Sin(i))];
        T[] actual = [.. expected.Select(T.CreateTruncating)];
        PublishedEquations[] equations = [.. expected.Select(_ => new PublishedEquations(optimizer))];
        OptimizerState<T> state = optimizer.CreateState<T>(length);
        T[] gradients = new T[length];
        for (int step = 1; step <= 10; step++)
        {
            double rate = optimizer.LearningRateAt(step, 10);
            for (int i = 0; i < length; i++)
            {
                double gradient = 1.5 + Math.Sin((step * 1.7) + (i * 0.3));
                gradients[i] = T.CreateTruncating(gradient);
                expected[i] = equations[i].Step(expected[i], gradient * Scale, i < matrix ? optimizer.WeightDecay : 0, rate, step);
            }

            state.Update(actual, gradients, definition, rate, Scale, step);
        }

        for (int i = 0; i < length; i++)
        {
            double value = double.CreateTruncating(actual[i]);
            Assert.True(Math.Abs(value - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"[{i}]: {value} instead of {expected[i]}");
        }
    }
}
